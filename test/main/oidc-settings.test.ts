import { expect, test } from 'vitest';
import { readConfig } from '../../src/main/config.ts';
import { oidcSettings } from '../../src/main/oidc-settings.ts';

const whole = {
  STAFF_OIDC_ISSUER: 'https://login.example.org/tenant',
  STAFF_OIDC_CLIENT_ID: 'limen',
  STAFF_OIDC_CLIENT_SECRET: 'a secret of the tests alone',
};

test('without an issuer staff have local accounts', () => {
  expect(oidcSettings(readConfig({}))).toBeUndefined();
});

test('roles are named by their own names, or by what the settings map to them, the mightiest first', () => {
  expect(oidcSettings(readConfig(whole))).toMatchObject({
    roleClaim: 'roles',
    roles: [{ value: 'administrator' }, { value: 'coordinator' }, { value: 'advisor' }, { value: 'reader' }],
    returnUrl: 'http://localhost:3000/desk/login/retur',
  });
  const mapped = { ...whole, STAFF_OIDC_ROLES: 'Limen Læser=reader, 7f3a-11=administrator' };
  expect(oidcSettings(readConfig(mapped))?.roles).toEqual([
    { value: '7f3a-11', role: 'administrator' },
    { value: 'Limen Læser', role: 'reader' },
  ]);
});

test.each([
  [{ STAFF_OIDC_CLIENT_ID: '' }, 'STAFF_OIDC_CLIENT_ID: is required'],
  [{ STAFF_OIDC_CLIENT_SECRET: '' }, 'STAFF_OIDC_CLIENT_SECRET: is required'],
  [{ STAFF_OIDC_CLIENT_SECRET: 'short' }, 'STAFF_OIDC_CLIENT_SECRET: must be at least 16'],
  [{ STAFF_OIDC_ISSUER: '' }, 'STAFF_OIDC_ISSUER: is required'],
  [{ STAFF_OIDC_ISSUER: 'http://login.example.org' }, 'STAFF_OIDC_ISSUER: must begin with https'],
  [{ STAFF_OIDC_ISSUER: 'https://login.example.org?x=1' }, 'STAFF_OIDC_ISSUER: must be an address without'],
  [{ STAFF_OIDC_ROLES: 'Limen=root' }, 'STAFF_OIDC_ROLES: must be like'],
  [{ STAFF_OIDC_ROLE_CLAIM: 'a b' }, 'STAFF_OIDC_ROLE_CLAIM: must be the name'],
  [{ STAFF_OIDC_SCOPE: 'profile' }, 'STAFF_OIDC_SCOPE: must begin with openid'],
])('%j stops the start with a line that names it', (change, line) => {
  expect(() => readConfig({ ...whole, ...change })).toThrow(line);
});

test('http is for a provider on this machine alone', () => {
  for (const host of ['localhost', '127.0.0.1'])
    expect(readConfig({ ...whole, STAFF_OIDC_ISSUER: `http://${host}:9000` }).STAFF_OIDC_ISSUER).toContain(
      host,
    );
});
