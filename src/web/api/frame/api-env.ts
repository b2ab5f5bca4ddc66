import type { Context } from 'hono';
import type { KeyHolder } from '../../../services/api-keys/find-key.ts';
import type { Variables } from '../../env.ts';

/** What every operation of the API has at hand once its key is known. */
export type ApiEnv = {
  Variables: Variables & {
    holder: KeyHolder;
    /** The fields of the body, which problems may point to. */
    fields: readonly string[];
  };
};

export type ApiContext = Context<ApiEnv>;
