import type { MiddlewareHandler } from 'hono';
import { AppError } from '../../services/app-error.ts';
import type { WebContext, WebEnv } from '../env.ts';

/** What a form may weigh, bytes. */
export const maxFormBytes = 64 * 1024;

/** Where files are taken, and what such a form may weigh, bytes: the file and a little around it. */
const uploadPath = '/desk/paaroerende/import';
export const maxUploadBytes = 2 * 1024 * 1024 + 16 * 1024;

/** Where programs send as much in JSON. */
const importPath = '/api/v1/imports';

/** Whether as much as a file is taken here. */
export const isLarge = (path: string): boolean => path === uploadPath || path === importPath;

/** Methods that change nothing. */
export const isSafe = (method: string): boolean =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

const allowedControls = new Set(['\t', '\n', '\r']);

/** Text as a person types it: no bytes that are not UTF-8, no control characters but tabs and line ends. */
export function isReadable(text: string): boolean {
  for (const char of text) {
    if (char === '\uFFFD') return false;
    const code = char.charCodeAt(0);
    if ((code < 0x20 || code === 0x7f) && !allowedControls.has(char)) return false;
  }
  return true;
}

function checkFields(form: URLSearchParams): void {
  for (const [name, value] of form)
    if (!isReadable(name) || !isReadable(value)) throw new AppError('body-unreadable');
}

/** A form with one file: its fields are checked as any other's, the file is bytes and no more. */
async function readUpload(c: WebContext): Promise<void> {
  const parts = await c.req.formData().catch(() => {
    throw new AppError('body-unreadable');
  });
  const form = new URLSearchParams();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else if (c.var.upload || name !== 'fil') throw new AppError('body-unreadable');
    else c.set('upload', new Uint8Array(await value.arrayBuffer()));
  }
  checkFields(form);
  c.set('form', form);
}

/** Reads the form of every unsafe request into `c.var.form`; anything else than readable form fields is answered with 400. */
export const formBody: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (isSafe(c.req.method)) return next();
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (c.req.path === uploadPath && type === 'multipart/form-data') {
    await readUpload(c);
    return next();
  }
  const raw = await c.req.text();
  if (raw.length > 0 && type !== 'application/x-www-form-urlencoded') throw new AppError('body-unreadable');
  const form = new URLSearchParams(raw);
  checkFields(form);
  c.set('form', form);
  return next();
};
