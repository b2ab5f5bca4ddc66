import { expect, test } from 'vitest';
import { hashPassword, isPassword, isWeakPassword } from '../../../src/services/staff/password.ts';

test('a password is hashed with scrypt at the cost OWASP allows, salted, and known again however it is composed', async () => {
  const hash = await hashPassword('kaffe under lindetræet å');

  expect(hash).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(hash).not.toBe(await hashPassword('kaffe under lindetræet å', 4));
  expect(await isPassword('kaffe under lindetræet a\u030a', hash)).toBe(true);
  expect(await isPassword('kaffe under lindetræet', hash)).toBe(false);
});

test('nobody has a password, whatever is typed', async () => {
  expect(await isPassword('', undefined, 4)).toBe(false);
});

const context = ['Vera Vejleder', 'vera@proevekommune.example', 'Prøve Kommune'];

test.each([
  'password1234',
  'Adgangskode!',
  'P@ssw0rdP@ssw0rd',
  '123456789012',
  'aaaaaaaaaaaaaaaa',
  'abababababab',
  'qwertyuiop12',
  'Velkommen2027',
  'Sommer2027!!',
  'veravejleder1',
  'prøvekommune27',
  'vera@proevekommune.example',
  'limenlimenlimen',
])('%s is too easy', (password) => {
  expect(isWeakPassword(password, context)).toBe(true);
});

test.each([
  'kaffe under lindetræet',
  'grøn cykel syv ravne',
  'x7#kQ9!vLp2$',
  'hestehale fyrtårn',
  '839201748362',
  'correct horse battery',
  'ølstuevejrhane',
])('%s will do', (password) => {
  expect(isWeakPassword(password, context)).toBe(false);
});
