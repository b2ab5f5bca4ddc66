import type { Context } from 'hono';
import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Answers with a whole page: `sendPage(c, <Page …>…</Page>, 404)`. */
export const sendPage = async (
  c: Context,
  page: JSX.Element,
  status: ContentfulStatusCode = 200,
): Promise<Response> => c.html(html`<!doctype html>${page}`, status);
