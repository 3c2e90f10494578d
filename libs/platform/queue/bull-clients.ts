import type { QueueOptions } from 'bull';
import type { Redis } from 'ioredis';
import type { RedisAccess } from '../redis/redis-access.js';

/**
 * What Bull calls for its connections: all queues of a process share one for commands and one for events; each queue
 * has its own to wait for jobs on.
 */
export function bullClients(access: RedisAccess): NonNullable<QueueOptions['createClient']> {
  let commands: Redis | undefined;
  let events: Redis | undefined;
  return (type) => {
    switch (type) {
      case 'client':
        return (commands ??= shared(access.client('queue')));
      case 'subscriber':
        return (events ??= shared(access.client('queue-events', { enableReadyCheck: false })));
      case 'bclient':
        return access.client('queue-wait', { enableReadyCheck: false });
    }
  };
}

/** Every queue listens on the shared connections; their number is no leak. */
function shared(redis: Redis): Redis {
  return redis.setMaxListeners(0);
}
