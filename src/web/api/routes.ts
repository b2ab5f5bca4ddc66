// The API: the document for everybody, everything else for holders of a key.
import { OpenAPIHono } from '@hono/zod-openapi';
import { AppError } from '../../services/app-error.ts';
import { findDocument, mountOperations, operations } from './document.ts';
import type { ApiEnv } from './frame/api-env.ts';
import { ApiError } from './frame/problem.ts';
import { acceptedLanguage } from './frame/read-language.ts';
import { requireKey } from './frame/require-key.ts';

/** Which methods an address knows. */
const methodsOf = (path: string): string[] =>
  operations
    .filter((one) => new RegExp(`^/api/v1${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : ['POST']));

export const apiRoutes = new OpenAPIHono<ApiEnv>();

apiRoutes.get('/api/v1/openapi.json', (c) => {
  const language = c.req.header('accept-language') === undefined ? 'en' : acceptedLanguage(c);
  c.header('Vary', 'Accept-Language');
  return c.json(findDocument(c.var.rt.config.publicUrl, language));
});

apiRoutes.use('/api/v1/*', requireKey);
mountOperations(apiRoutes);

apiRoutes.all('/api/v1/*', (c) => {
  const allowed = methodsOf(c.req.path);
  if (allowed.length === 0) throw new AppError('not-found');
  throw new ApiError('method-not-allowed', { headers: { Allow: [...new Set(allowed)].join(', ') } });
});
