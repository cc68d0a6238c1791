package uk.co.tenantwise.cx.adapter.persistence.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.testkit.Builders.NOW;
import static uk.co.tenantwise.cx.testkit.Builders.aRepair;
import static uk.co.tenantwise.cx.testkit.Builders.anAppointment;

import io.lettuce.core.ScanIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.adapter.persistence.secret.KeyFile;
import uk.co.tenantwise.cx.adapter.persistence.secret.UnreadableSecret;
import uk.co.tenantwise.cx.domain.refresh.DetailsSnapshot;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.domain.visibility.VisibilityPolicy;
import uk.co.tenantwise.cx.domain.visibility.VisibleRepairs;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;
import uk.co.tenantwise.cx.testkit.Builders;
import uk.co.tenantwise.cx.testkit.ManualClock;

/** What lies in Redis says nothing to strangers, and is believed only as we wrote it. */
@NullUnmarked
class ValuesInRedisTest {
    private static final ContactReference CONTACT = new ContactReference("CANARY-CONTACT 7");
    private static final SnapshotKey KEY = new SnapshotKey(new SettingsVersion(3), CONTACT);
    private static final SnapshotKey OTHER = new SnapshotKey(new SettingsVersion(3), new ContactReference("CON 2"));

    private static RedisServer redis;

    private Path keyFile;
    private Node writer;
    private Node reader;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        redis.administer(commands -> commands.flushall());
        keyFile = folder.resolve("cx.key");
        writer = Node.open(redis, keyFile);
        reader = Node.open(redis, keyFile);
    }

    @AfterEach
    void close() {
        writer.close();
        reader.close();
    }

    private static void keep(Node node, SnapshotKey key, String snapshot) {
        assertThat(node.snapshots().retrieve(key, node.snapshots().latest(key), () -> snapshot))
                .isEqualTo(snapshot);
    }

    /** The key that a customer's value has. */
    private byte[] keyOf(SnapshotKey key) {
        String name = writer.names()
                .of("snapshot", key.source().toString(), key.contact().value());
        return redis.withBytes(commands -> {
            ScanIterator<byte[]> all = ScanIterator.scan(commands);
            return all.stream()
                    .filter(each -> new String(each, StandardCharsets.UTF_8).endsWith(":" + name))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private byte[] valueOf(SnapshotKey key) {
        byte[] at = keyOf(key);
        return redis.withBytes(commands -> commands.get(at));
    }

    private void plant(byte[] at, byte[] value) {
        redis.withBytes(commands -> commands.set(at, value));
    }

    @Nested
    class Trust {
        @Test
        void latest_shouldBeEmpty_whenTheValueWasChangedInAnyOfAThousandWays() {
            keep(writer, KEY, "the genuine one");
            byte[] at = keyOf(KEY);
            byte[] genuine = valueOf(KEY);
            Random random = new Random(20261201);
            List<Optional<String>> served = new ArrayList<>();

            redis.withBytes(commands -> {
                for (int i = 0; i < 1_000; i++) {
                    commands.set(at, mutated(genuine, random, i));
                    served.add(reader.snapshots().latest(KEY));
                }
                return true;
            });

            assertThat(served).hasSize(1_000).containsOnly(Optional.empty());
            assertThat(reader.link().failures()).isZero();
            plant(at, genuine);
            assertThat(reader.snapshots().latest(KEY)).contains("the genuine one");
        }

        private static byte[] mutated(byte[] genuine, Random random, int way) {
            byte[] copy = genuine.clone();
            int place = way % copy.length;
            return switch (way % 4) {
                case 0 -> {
                    copy[place] ^= (byte) (1 << random.nextInt(8));
                    yield copy;
                }
                case 1 -> Arrays.copyOf(copy, place);
                case 2 -> Arrays.copyOf(copy, copy.length + 1 + random.nextInt(100));
                default -> {
                    byte[] noise = new byte[1 + random.nextInt(300)];
                    random.nextBytes(noise);
                    yield noise;
                }
            };
        }

        @Test
        void latest_shouldBeEmpty_whenTheValueIsAnotherCustomers() {
            keep(writer, KEY, "mine");
            keep(writer, OTHER, "theirs");

            plant(keyOf(KEY), valueOf(OTHER));

            assertThat(reader.snapshots().latest(KEY)).isEmpty();
            assertThat(reader.snapshots().find(KEY)).isEmpty();
        }

        @Test
        void latest_shouldBeEmpty_whenTheValueIsAJavaObject() throws IOException {
            keep(writer, KEY, "one");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(List.of("one"));
            }

            plant(keyOf(KEY), bytes.toByteArray());

            assertThat(reader.snapshots().latest(KEY)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(bytes = {0, Sealing.SCHEMA + 1, 127})
        void latest_shouldBeEmptyAndLeaveTheValue_whenTheSchemaIsAnother(byte schema) {
            keep(writer, KEY, "one");
            byte[] other = valueOf(KEY);
            other[0] = schema;
            plant(keyOf(KEY), other);

            assertThat(reader.snapshots().find(KEY)).isEmpty();
            assertThat(reader.snapshots().latest(KEY)).isEmpty();
            assertThat(valueOf(KEY)).isEqualTo(other);
            assertThat(reader.snapshots().retrieve(KEY, Optional.empty(), () -> "two"))
                    .isEqualTo("two");

            assertThat(writer.snapshots().latest(KEY)).contains("two");
        }

        @Test
        void latest_shouldBeEmpty_whenTheValueIsHuge() {
            keep(writer, KEY, "one");
            plant(keyOf(KEY), new byte[10 << 20]);

            assertThat(reader.snapshots().latest(KEY)).isEmpty();
            assertThat(reader.snapshots().retrieve(KEY, Optional.empty(), () -> "two"))
                    .isEqualTo("two");
            assertThat(reader.link().failures()).isZero();
        }

        @Test
        void retrieve_shouldNotWriteToRedis_whenTheResultIsHuge() {
            String huge = "x".repeat(2 << 20);
            keep(writer, KEY, "one");
            keep(writer, KEY, huge);

            assertThat(writer.snapshots().find(KEY)).contains(huge);
            assertThat(reader.snapshots().latest(KEY)).isEmpty();
        }

        @Test
        void latest_shouldReadOnAllNodes_whenAKeyWasAdded() throws UnreadableSecret {
            keep(writer, KEY, "before");
            new KeyFile(keyFile).rotate();
            Node newcomer = Node.open(redis, keyFile);
            try (newcomer) {
                assertThat(newcomer.snapshots().latest(KEY)).contains("before");
                keep(newcomer, KEY, "after");
                assertThat(reader.snapshots().latest(KEY)).contains("after");
            }
        }
    }

    @Nested
    class Silence {
        private final RepairsSnapshot repairs = new RepairsSnapshot(
                CONTACT,
                new VisibilityPolicy(Optional.of(LocalDate.of(2026, 4, 1))),
                new VisibleRepairs(
                        List.of(
                                aRepair()
                                        .of(CONTACT)
                                        .describedAs("CANARY-DESCRIPTION")
                                        .with(anAppointment())
                                        .build(),
                                aRepair()
                                        .withReference("WO-2")
                                        .withoutOptionalParts()
                                        .withoutUid()
                                        .withoutCreationDate()
                                        .inStatus("CANARY-STATUS", "?")
                                        .build()),
                        List.of(
                                anAppointment().asInspectionOfNoRepair().build(),
                                anAppointment()
                                        .asInspectionOfNoRepair()
                                        .withId("A-2")
                                        .withoutStart()
                                        .withoutOptionalParts()
                                        .build())),
                3,
                NOW.plusNanos(123_456_789),
                true);
        private final DetailsSnapshot details = new DetailsSnapshot(
                new CustomerDetails(CONTACT, Optional.of("CANARY-NAME"), Optional.of("CANARY-ADDRESS")), NOW);
        private final SharedLogIn logIn = new SharedLogIn.Accepted(Secret.of("CANARY-TOKEN"), NOW, Optional.empty());

        private RedisStores stores() {
            RedisStores stores = RedisStores.open(redis.uri(), keyFile, Node.OPTIONS, ManualClock.atNow());
            Eventually.isTrue("Redis is used", stores::isAvailable);
            return stores;
        }

        @Test
        void stores_shouldGiveBackEveryField_whenAnotherNodeAsks() {
            try (RedisStores one = stores();
                    RedisStores other = stores()) {
                fill(one);

                assertThat(other.repairs().latest(KEY)).contains(repairs);
                assertThat(other.details().latest(KEY)).contains(details);
                assertThat(other.logIns().find(Builders.CONNECTION)).contains(logIn);
                assertThat(other.sharedHits()).isEqualTo(2);
            }
        }

        @Test
        void redis_shouldHoldNothingInClear_whenEverythingIsKept() {
            try (RedisStores stores = stores()) {
                fill(stores);

                String everything = everything();

                assertThat(everything.toUpperCase(Locale.ROOT))
                        .doesNotContain("CANARY")
                        .doesNotContain("CON 2")
                        .doesNotContain(Builders.CONNECTION.username().toUpperCase(Locale.ROOT))
                        .doesNotContain("LANDLORD")
                        .doesNotContain("WO-");
            }
        }

        private void fill(RedisStores stores) {
            stores.repairs().retrieve(KEY, Optional.empty(), () -> repairs);
            stores.details().retrieve(KEY, Optional.empty(), () -> details);
            stores.logIns().share(Builders.CONNECTION, logIn);
        }

        /** All keys and values, and proof that there are some. */
        private static String everything() {
            StringBuilder all = new StringBuilder();
            int values = redis.withBytes(commands -> {
                int found = 0;
                ScanIterator<byte[]> keys = ScanIterator.scan(commands);
                while (keys.hasNext()) {
                    byte[] key = keys.next();
                    all.append(new String(key, StandardCharsets.ISO_8859_1)).append('\n');
                    if (commands.type(key).equals("zset")) {
                        commands.zrange(key, 0, -1)
                                .forEach(each -> all.append(new String(each, StandardCharsets.ISO_8859_1)));
                    } else {
                        all.append(new String(commands.get(key), StandardCharsets.ISO_8859_1));
                        found++;
                    }
                    all.append('\n');
                }
                return found;
            });
            assertThat(values).isGreaterThanOrEqualTo(6);
            return all.toString();
        }
    }
}
