import type { Context } from 'hono';
import type { Staff } from '../../../services/staff/staff.ts';
import type { Variables } from '../../env.ts';

/** What every page of the desk has at hand once somebody is logged in. */
export type DeskEnv = {
  Variables: Variables & {
    staff: Staff & { name: string };
  };
};

export type DeskContext = Context<DeskEnv>;
