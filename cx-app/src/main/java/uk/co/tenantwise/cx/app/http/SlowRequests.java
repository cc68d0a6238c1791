package uk.co.tenantwise.cx.app.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Cuts off a client that takes longer than {@link #LONGEST} to send a request, from its first byte to its last. The idle
 * time-out does not: a client that sends a byte now and then is never idle, and some hundreds of them take all connections.
 */
@Singleton
final class SlowRequests implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    static final Duration LONGEST = Duration.ofSeconds(15);

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(Optional.empty()));
        return event.getBean();
    }

    private record Customizer(Optional<Channel> connection) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new Customizer(Optional.of(channel)) : this;
        }

        @Override
        public void onStreamPipelineBuilt() {
            connection.ifPresent(channel -> {
                ChannelPipeline pipeline = channel.pipeline();
                Arrival arrival = new Arrival();
                pipeline.addFirst(new FirstByte(arrival));
                pipeline.addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, null, new LastByte(arrival));
            });
        }
    }

    /** The request that is arriving on a connection, if one is. Used by the connection's own thread only. */
    private static final class Arrival {
        private Optional<ScheduledFuture<?>> cut = Optional.empty();

        void begin(ChannelHandlerContext context) {
            if (cut.isEmpty()) {
                cut = Optional.of(context.executor()
                        .schedule(
                                () -> {
                                    var unused = context.close();
                                },
                                LONGEST.toMillis(),
                                TimeUnit.MILLISECONDS));
            }
        }

        void end() {
            cut.ifPresent(scheduled -> scheduled.cancel(false));
            cut = Optional.empty();
        }
    }

    private static final class FirstByte extends ChannelInboundHandlerAdapter {
        private final Arrival arrival;

        FirstByte(Arrival arrival) {
            this.arrival = arrival;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            arrival.begin(context);
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            arrival.end();
            context.fireChannelInactive();
        }
    }

    private static final class LastByte extends ChannelInboundHandlerAdapter {
        private final Arrival arrival;

        LastByte(Arrival arrival) {
            this.arrival = arrival;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof LastHttpContent) {
                arrival.end();
            }
            context.fireChannelRead(part);
        }
    }
}
