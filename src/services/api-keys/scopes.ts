/** What a key of the API may be let in to; each on its own, and whatever is not named is refused. */
export const SCOPES = [
  'relatives:read',
  'relatives:write',
  'imports:read',
  'imports:write',
  'circles:read',
  'circles:write',
  'journeys:read',
  'journeys:write',
  'inbox:read',
  'inbox:write',
  'answers:read',
  'answers:write',
  'alerts:read',
  'alerts:write',
  'tasks:read',
  'tasks:write',
  'appointments:read',
  'appointments:write',
  'contacts:read',
  'contacts:write',
  'groups:read',
  'groups:write',
  'offers:read',
  'offers:write',
  'referrals:read',
  'referrals:write',
  'messages:read',
  'settings:read',
  'units:read',
  'units:write',
  'staff:read',
  'staff:write',
  'administration:read',
  'administration:write',
] as const;

export type Scope = (typeof SCOPES)[number];

/** Whether this text names a scope. */
export const isScope = (text: string): text is Scope => SCOPES.some((scope) => scope === text);
