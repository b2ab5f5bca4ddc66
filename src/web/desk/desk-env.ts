import type { Context } from 'hono';
import type { Waiting } from '../../services/desk/list-overview.ts';
import type { Staff } from '../../services/desk/staff.ts';
import type { Variables } from '../env.ts';

/** What every page of the desk has at hand once somebody is logged in. */
export type DeskEnv = {
  Variables: Variables & {
    staff: Staff & { name: string };
    /** What waits, for the menu. */
    waiting: Waiting;
  };
};

export type DeskContext = Context<DeskEnv>;
