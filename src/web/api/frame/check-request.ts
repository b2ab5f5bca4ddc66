// What the shape of a request refuses, told by where it is and never by what it says.
import type { z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { isReadable } from '../../middleware/form-body.ts';
import type { ApiContext, ApiEnv } from './api-env.ts';
import { ApiError, type Issue } from './problem.ts';
import type { IssueCode } from './problem-words.ts';

const CODES: Readonly<Record<string, IssueCode>> = {
  invalid_type: 'wrong-type',
  too_small: 'too-short',
  too_big: 'too-long',
  invalid_format: 'wrong-form',
  not_multiple_of: 'wrong-form',
  invalid_value: 'not-a-choice',
  invalid_union: 'not-a-choice',
  unrecognized_keys: 'unknown-field',
  invalid_key: 'unknown-field',
};

/** The value at a path. */
const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );

/** A path as a JSON pointer in a URI fragment, RFC 6901. */
const toPointer = (path: readonly PropertyKey[]): string =>
  `#${path.map((key) => `/${encodeURIComponent(String(key).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;

/** Where each problem is; a key that the program itself has made up is not said again. */
function toIssues(target: string, issues: readonly z.core.$ZodIssue[], value: unknown): Issue[] {
  return issues.slice(0, 20).map((issue) => {
    const path = issue.code === 'invalid_key' ? issue.path.slice(0, -1) : issue.path;
    const isAbsent = issue.code === 'invalid_type' && at(value, path) === undefined;
    const code = isAbsent ? 'missing' : (CODES[issue.code] ?? 'wrong-form');
    return target === 'json'
      ? { pointer: toPointer(path), code }
      : { parameter: String(path[0] ?? '*'), code };
  });
}

type Checked = { target: string; data: unknown } & (
  | { success: true }
  | { success: false; error: z.core.$ZodError }
);

/** Where a text is that no person can read: control characters, or half of a sign. */
function findUnreadable(
  value: unknown,
  path: readonly PropertyKey[] = [],
): readonly PropertyKey[] | undefined {
  if (typeof value === 'string') return isReadable(value) && value.isWellFormed() ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = isReadable(key) ? findUnreadable(inner, [...path, key]) : path;
    if (found) return found;
  }
  return undefined;
}

/** Refuses what does not fit its shape. Throws `request-invalid`. */
export function checkRequest(result: Checked): undefined {
  const unreadable = findUnreadable(result.data);
  if (unreadable)
    throw new ApiError('request-invalid', {
      issues:
        result.target === 'json'
          ? [{ pointer: toPointer(unreadable), code: 'unreadable' }]
          : [{ parameter: String(unreadable[0] ?? ''), code: 'unreadable' }],
    });
  if (!result.success)
    throw new ApiError('request-invalid', {
      issues: toIssues(result.target, result.error.issues, result.data),
    });
  return undefined;
}

const isJson = (type: string): boolean =>
  /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type.trim());

/** The Idempotency-Key of a POST. Throws `idempotency-key-missing` and `idempotency-key-unreadable`. */
export function idempotencyKeyOf(c: ApiContext): string {
  const key = c.req.header('idempotency-key');
  if (key === undefined || key === '') throw new ApiError('idempotency-key-missing');
  const plain = /^"(.*)"$/.exec(key)?.[1] ?? key;
  if (!/^[\w-]{8,128}$/.test(plain)) throw new ApiError('idempotency-key-unreadable');
  return plain;
}

/** Lets only JSON with an Idempotency-Key through. */
export const checkPost: MiddlewareHandler<ApiEnv> = async (c, next) => {
  idempotencyKeyOf(c);
  const raw = await c.req.text();
  if (raw !== '' && !isJson(c.req.header('content-type') ?? '')) throw new ApiError('media-type');
  return next();
};
