import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { KeptMemory } from '../memory/kept-memory.js';

/** How far the rankings are behind the submissions, over all clusters. */
export interface RecomputeLag {
  /** Σ of requested − computed revisions. */
  readonly revisions: number;
  /** Age of the oldest request not yet computed, in seconds; 0 when nothing is behind. */
  readonly seconds: number;
}

/** How a job ended. */
export type JobOutcome = 'done' | 'failed';

interface Observer {
  observe(seconds: number): void;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the process measures of itself, in the Prometheus text format. */
@Injectable()
export class Metrics {
  /** Further metrics of a slice may be registered here. */
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'thidua_http_request_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly jobs = new Histogram({
    name: 'thidua_job_seconds',
    help: 'Run time of queue jobs',
    labelNames: ['name', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly rankings = new Counter({
    name: 'thidua_rankings_stored_total',
    help: 'Cluster rankings computed and stored',
    registers: [this.registry],
  });
  private readonly queueErrors = new Counter({
    name: 'thidua_redis_outages_total',
    help: 'Times the connection to Redis was lost',
    registers: [this.registry],
  });
  /** The label lookups of prom-client cost more than the observation: each combination is looked up once. */
  private readonly requestObservers = new Map<string, Observer>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Registers the gauges of what a process keeps in memory. Call once. */
  watchKeptMemory(kept: Pick<KeptMemory, 'usage'>): void {
    for (const figure of ['bytes', 'limit'] as const) {
      new Gauge({
        name: figure === 'bytes' ? 'thidua_kept_bytes' : 'thidua_kept_bytes_limit',
        help: figure === 'bytes' ? 'Memory kept for what could be read again' : 'What is kept of it at most',
        labelNames: ['cache'],
        registers: [this.registry],
        collect() {
          for (const each of kept.usage()) this.set({ cache: each.name }, each[figure]);
        },
      });
    }
  }

  /** Measures every request of this server by method, route pattern and status. */
  watchRequests(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      const key = `${request.method} ${reply.statusCode} ${route}`;
      let observer = this.requestObservers.get(key);
      if (!observer) {
        observer = this.requests.labels(request.method, route, String(reply.statusCode));
        this.requestObservers.set(key, observer);
      }
      observer.observe(reply.elapsedTime / 1000);
      done();
    });
  }

  jobEnded(name: string, outcome: JobOutcome, seconds: number): void {
    this.jobs.labels(name, outcome).observe(seconds);
  }

  rankingStored(): void {
    this.rankings.inc();
  }

  redisLost(): void {
    this.queueErrors.inc();
  }

  /** Registers the gauges of the recompute lag; `read` is called on each scrape. Call once. */
  watchRecomputeLag(read: () => Promise<RecomputeLag>): void {
    // Both gauges of one scrape show the same reading.
    let reading: Promise<RecomputeLag> | undefined;
    const once = () => (reading ??= read().finally(() => (reading = undefined)));
    new Gauge({
      name: 'thidua_recompute_lag_revisions',
      help: 'Requested revisions not yet computed, over all clusters',
      registers: [this.registry],
      async collect() {
        this.set((await once()).revisions);
      },
    });
    new Gauge({
      name: 'thidua_recompute_lag_seconds',
      help: 'Age of the oldest request not yet computed',
      registers: [this.registry],
      async collect() {
        this.set((await once()).seconds);
      },
    });
  }
}
