import { expect, test } from 'vitest';
import { mayStaff, type Role, requireRight, type Staff } from '../../../src/services/staff/staff.ts';

test.each([
  ['reader', true, false],
  ['advisor', true, true],
  ['coordinator', true, true],
  ['administrator', true, true],
] as const)('a %s may look: %s, and change things: %s', (role, look, care) => {
  const staff: Staff = { id: 's', role, units: 'all' };
  expect(mayStaff(staff, 'look')).toBe(look);
  expect(mayStaff(staff, 'care')).toBe(care);
});

test.each(['', 'admin', 'constructor', '__proto__'])('a role nobody knows (%s) carries no right', (role) => {
  const staff = { id: 's', role: role as Role };
  expect(() => requireRight(staff, 'look')).toThrow('forbidden');
});
