/** One thing the service cannot work without. */
export interface HealthProbe {
  /** The key under which `/api/health/ready` names it. */
  readonly name: string;
  /** Whether its details are for callers on this machine only. */
  readonly isConfidential?: boolean;
  /** Resolves, with details to show if any, when it works; rejects when it does not. Given two seconds. */
  check(): Promise<Readonly<Record<string, unknown>> | void>;
}
