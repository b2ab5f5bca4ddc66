import type { MiddlewareHandler } from 'hono';
import { getOrganisation } from '../../services/organisation.ts';
import type { WebContext, WebEnv } from '../env.ts';
import type { PageOrganisation } from '../layout/organisation.ts';

const nobody: PageOrganisation = {
  kommune: 'Limen',
  authority: '',
  telefon: '',
  akut: '112',
  aabningstid: '',
  demo: false,
};

/** Sets `c.var.organisation`. */
export const organisation: MiddlewareHandler<WebEnv> = async (c, next) => {
  c.set('organisation', await getOrganisation(c.var.rt));
  return next();
};

/** The organisation for an error page: without its names when the memory itself does not answer. */
export async function findOrganisation(c: WebContext): Promise<PageOrganisation> {
  try {
    return c.var.organisation ?? (await getOrganisation(c.var.rt));
  } catch {
    return nobody;
  }
}
