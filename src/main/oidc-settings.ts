// The municipality's login for staff (OpenID Connect).
import { z } from 'zod';
import type { OidcSettings } from '../gateways/oidc/open-identity.ts';

const ROLES = ['administrator', 'coordinator', 'advisor', 'reader'] as const;

const Claim = z.string().regex(/^[\w:/.-]{1,120}$/, 'must be the name of a claim, like roles');

/** One `<value>=<role>` of STAFF_OIDC_ROLES. */
const PAIR = new RegExp(`^\\s*([^=,]+?)\\s*=\\s*(${ROLES.join('|')})\\s*$`);

/** The settings by their names. */
export const StaffOidc = {
  STAFF_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  STAFF_OIDC_CLIENT_ID: z.string().min(1).optional(),
  STAFF_OIDC_CLIENT_SECRET: z.string().min(16, 'must be at least 16 characters').optional(),
  STAFF_OIDC_SCOPE: z
    .string()
    .regex(/^openid( [\w:/.-]+)*$/, 'must begin with openid, like openid profile')
    .default('openid profile'),
  STAFF_OIDC_ROLE_CLAIM: Claim.default('roles'),
  STAFF_OIDC_ROLES: z
    .string()
    .refine((text) => text.split(',').every((pair) => PAIR.test(pair)), {
      message: `must be like Limen-Admins=administrator,Limen-Raadgivere=advisor (roles: ${ROLES.join(', ')})`,
    })
    .optional(),
  STAFF_OIDC_UNIT_CLAIM: Claim.optional(),
};

type Parsed = z.infer<z.ZodObject<typeof StaffOidc>>;

/** What is wrong with the settings together; undefined when nothing is. */
export function findOidcProblem(settings: Parsed): { setting: string; why: string } | undefined {
  const { STAFF_OIDC_ISSUER: issuer } = settings;
  for (const setting of ['STAFF_OIDC_CLIENT_ID', 'STAFF_OIDC_CLIENT_SECRET'] as const)
    if ((issuer === undefined) !== (settings[setting] === undefined))
      return issuer === undefined
        ? { setting: 'STAFF_OIDC_ISSUER', why: `is required with ${setting}` }
        : { setting, why: 'is required with STAFF_OIDC_ISSUER (from the municipality’s login)' };
  if (issuer === undefined) return undefined;
  const { protocol, hostname, search, hash } = new URL(issuer);
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    return { setting: 'STAFF_OIDC_ISSUER', why: 'must begin with https:// (http only on localhost)' };
  if (search || hash) return { setting: 'STAFF_OIDC_ISSUER', why: 'must be an address without ? and #' };
  return undefined;
}

/** Roles with the value that stands for each, the mightiest first; without the setting their own names. */
function rolesOf(text: string | undefined): { value: string; role: string }[] {
  const pairs = (text ?? ROLES.map((role) => `${role}=${role}`).join(',')).split(',').flatMap((pair) => {
    const [, value, role] = PAIR.exec(pair) ?? [];
    return value && role ? [{ value, role }] : [];
  });
  return ROLES.flatMap((role) => pairs.filter((pair) => pair.role === role));
}

const TIMEOUT_SECONDS = 8;

/** The settings as the gateway takes them; undefined where staff have local accounts. */
export function oidcSettings(settings: Parsed & { PUBLIC_URL: string }): OidcSettings | undefined {
  const { STAFF_OIDC_ISSUER, STAFF_OIDC_CLIENT_ID, STAFF_OIDC_CLIENT_SECRET } = settings;
  if (!STAFF_OIDC_ISSUER || !STAFF_OIDC_CLIENT_ID || !STAFF_OIDC_CLIENT_SECRET) return undefined;
  return {
    issuer: STAFF_OIDC_ISSUER,
    clientId: STAFF_OIDC_CLIENT_ID,
    clientSecret: STAFF_OIDC_CLIENT_SECRET,
    scope: settings.STAFF_OIDC_SCOPE,
    returnUrl: `${settings.PUBLIC_URL}/desk/login/retur`,
    leaveUrl: `${settings.PUBLIC_URL}/desk/login`,
    timeoutSeconds: TIMEOUT_SECONDS,
    roleClaim: settings.STAFF_OIDC_ROLE_CLAIM,
    roles: rolesOf(settings.STAFF_OIDC_ROLES),
    ...(settings.STAFF_OIDC_UNIT_CLAIM ? { unitClaim: settings.STAFF_OIDC_UNIT_CLAIM } : {}),
  };
}
