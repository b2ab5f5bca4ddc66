import type { Readiness } from '../../services/watching/check-readiness.ts';

/** What `main` gives to those who run the house. Both answers are kept for a moment, so that asking often costs nothing. */
export type Operations = {
  readiness(): Promise<Readiness>;
  metrics: {
    /** Prometheus text. */
    read(): Promise<string>;
    /** Whoever shows it may read; without one nobody from outside may. */
    token: string | undefined;
    /** Whether a request from this machine without a proxy's headers can be known to be no proxy's. */
    loopback: boolean;
  };
};
