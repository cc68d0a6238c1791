package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.util.List;

/**
 * The scripts that Redis runs, each of them as one step. All but the last two begin by comparing the generation: the first argument
 * is the one that the node knows, the second a new one for a Redis that has none. Another generation is the only answer
 * when they differ, so that what was begun before everything was forgotten comes to nothing.
 */
enum Script {
    /** Keys: value. Arguments: the largest size. Answers absent, or value with its bytes and its remaining life. */
    READ(List.of(Key.VALUE), """
        if redis.call('STRLEN', KEYS[2]) > tonumber(ARGV[3]) then return {'absent'} end
        local value = redis.call('GET', KEYS[2])
        if not value then return {'absent'} end
        return {'value', value, redis.call('PTTL', KEYS[2])}
        """),
    /**
     * Keys: value, lease, fault, sign of life of the node that was waited for. Arguments: the largest size, the head of the
     * value that is to be replaced, a token, the life of the lease, the token of the holder that was waited for. Answers value
     * or absent when the head is another, fault when that holder failed, busy with the token of the holder, or mine, also
     * when the holder that was waited for gives no sign of life any more.
     */
    CLAIM(List.of(Key.VALUE, Key.LEASE, Key.FAULT, Key.LIFE), """
        local head = redis.call('GETRANGE', KEYS[2], 0, 16)
        if head ~= ARGV[4] then
          if head == '' then return {'absent'} end
          if redis.call('STRLEN', KEYS[2]) > tonumber(ARGV[3]) then return {'value', head, 0} end
          return {'value', redis.call('GET', KEYS[2]), redis.call('PTTL', KEYS[2])}
        end
        if ARGV[7] ~= '' then
          local fault = redis.call('GET', KEYS[4])
          if fault and string.sub(fault, 1, #ARGV[7]) == ARGV[7] then
            return {'fault', string.sub(fault, #ARGV[7] + 1)}
          end
        end
        local holder = redis.call('GET', KEYS[3])
        if holder and (holder ~= ARGV[7] or redis.call('EXISTS', KEYS[5]) == 1) then return {'busy', holder} end
        redis.call('SET', KEYS[3], ARGV[5], 'PX', ARGV[6])
        return {'mine', gen}
        """),
    /** Keys: lease. Arguments: a token, the life of the lease, channel, message. Answers mine. */
    STEAL(List.of(Key.LEASE), """
        redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[4])
        redis.call('PUBLISH', ARGV[5], ARGV[6])
        return {'mine', gen}
        """),
    /**
     * Keys: value, lease, index. Arguments: a token (empty: needs no lease), the value, its life, channel, message. Answers
     * stored, or fenced when the lease is not this token's any more.
     */
    STORE(List.of(Key.VALUE, Key.LEASE, Key.INDEX), """
        if ARGV[3] ~= '' and redis.call('GET', KEYS[3]) ~= ARGV[3] then return {'fenced'} end
        redis.call('SET', KEYS[2], ARGV[4], 'PX', ARGV[5])
        local now = tonumber(redis.call('TIME')[1])
        redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now)
        redis.call('ZADD', KEYS[4], now + math.ceil(tonumber(ARGV[5]) / 1000) + 1, KEYS[2])
        redis.call('PEXPIRE', KEYS[4], ARGV[5])
        redis.call('DEL', KEYS[3])
        redis.call('PUBLISH', ARGV[6], ARGV[7])
        return {'stored'}
        """),
    /**
     * Keys: lease, fault. Arguments: a token, a fault for those who wait (empty for none), the life of the fault, channel,
     * message. Answers released or fenced.
     */
    RELEASE(List.of(Key.LEASE, Key.FAULT), """
        if redis.call('GET', KEYS[2]) ~= ARGV[3] then return {'fenced'} end
        redis.call('DEL', KEYS[2])
        if ARGV[4] ~= '' then redis.call('SET', KEYS[3], ARGV[3] .. ARGV[4], 'PX', ARGV[5]) end
        redis.call('PUBLISH', ARGV[6], ARGV[7])
        return {'released'}
        """),
    /**
     * Keys: value, lease, index. Arguments: the head of the value that is to go (empty for whichever), channel, message.
     * Answers dropped with the number of values that went, 0 or 1.
     */
    DROP(List.of(Key.VALUE, Key.LEASE, Key.INDEX), """
        if ARGV[3] ~= '' and redis.call('GETRANGE', KEYS[2], 0, 16) ~= ARGV[3] then return {'dropped', 0} end
        local dropped = redis.call('DEL', KEYS[2])
        redis.call('DEL', KEYS[3])
        redis.call('ZREM', KEYS[4], KEYS[2])
        redis.call('PUBLISH', ARGV[4], ARGV[5])
        return {'dropped', dropped}
        """),
    /** Arguments: channel, message. Begins the generation of the second argument, whatever the former is. Answers renewed. */
    RENEW(List.of(), """
        redis.call('SET', KEYS[1], ARGV[2])
        redis.call('PUBLISH', ARGV[3], ARGV[4])
        return {'renewed', gen or ''}
        """, ""),
    /** Keys: index. Forgets up to 500 values of a former generation. Answers swept, how many went, how many were named. */
    SWEEP(List.of(Key.INDEX), """
        local names = redis.call('ZRANGE', KEYS[2], 0, 499)
        if #names == 0 then return {'swept', 0, 0} end
        redis.call('ZREM', KEYS[2], unpack(names))
        return {'swept', redis.call('UNLINK', unpack(names)), #names}
        """, "");

    /** What a key is for, beside the generation, which is always the first. */
    enum Key {
        /** The value. */
        VALUE,
        /** The lease for retrieving it. */
        LEASE,
        /** Why the last holder of the lease failed, for those who waited for it. */
        FAULT,
        /** The keys of all values of the generation, by the second in which they end. */
        INDEX,
        /** There while a node is known to run. */
        LIFE
    }

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes no other
    private final List<Key> keys;

    private final String text;

    Script(List<Key> keys, String body) {
        this(keys, body, """
            if not gen then gen = ARGV[2] redis.call('SET', KEYS[1], gen) end
            if gen ~= ARGV[1] then return {'generation', gen} end
            """);
    }

    Script(List<Key> keys, String body, String check) {
        this.keys = keys;
        this.text = "local gen = redis.call('GET', KEYS[1])\n" + check + body;
    }

    String text() {
        return text;
    }

    /** The keys that it wants, in order. */
    List<Key> keys() {
        return keys;
    }
}
