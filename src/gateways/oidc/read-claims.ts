import type { Identified } from '../identity.ts';

export type ClaimSettings = {
  roleClaim: string;
  /** Which role a value of the claim stands for; the first role that fits holds. */
  roles: readonly { value: string; role: string }[];
  /** Absent where units do not follow from claims. */
  unitClaim?: string;
};

type Claims = Record<string, unknown>;

const MOST_VALUES = 500;

/** The texts of a claim: one, a list, or none. */
function valuesOf(claims: Claims, name: string): string[] {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string').slice(0, MOST_VALUES);
}

const nameOf = (claims: Claims): string | undefined =>
  ['name', 'preferred_username', 'email']
    .flatMap((claim) => valuesOf(claims, claim))
    .map((name) => name.trim().slice(0, 80))
    .find((name) => name !== '');

/** Who somebody is by the claims the provider has signed. */
export function readClaims(
  claims: Claims & { iss: string; sub: string },
  settings: ClaimSettings,
): Identified {
  const given = new Set(valuesOf(claims, settings.roleClaim));
  return {
    subject: JSON.stringify([claims.iss, claims.sub]),
    name: nameOf(claims),
    role: settings.roles.find(({ value }) => given.has(value))?.role,
    units: settings.unitClaim === undefined ? undefined : valuesOf(claims, settings.unitClaim),
  };
}
