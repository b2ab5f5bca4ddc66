// The doors that stand everywhere, also at the edge: relatives' pages, webhooks, health. What only some processes have comes in through `more`.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { requestId } from 'hono/request-id';
import { AppError } from '../services/app-error.ts';
import type { Runtime } from '../services/runtime.ts';
import { referenceRoutes } from './api/reference.tsx';
import { apiRoutes } from './api/routes.ts';
import type { AppOptions, WebEnv } from './env.ts';
import { eventFeedRoutes } from './events/feed-routes.tsx';
import { healthRoutes } from './health/health-routes.ts';
import { address } from './middleware/client-address.ts';
import { onError, onNotFound } from './middleware/error-answer.tsx';
import { formBody, isLarge, maxFormBytes, maxUploadBytes } from './middleware/form-body.ts';
import { language } from './middleware/language.ts';
import { countVisitor, observe } from './middleware/observe.ts';
import { organisation } from './middleware/organisation.ts';
import { noStore, securityHeaders } from './middleware/security-headers.ts';
import { pageRoutes } from './pages/routes.tsx';
import { twilioRoutes } from './webhooks/twilio.ts';

const limitBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('body-too-large');
    },
  });

/** Builds the doors of one runtime. `more` mounts further routes, behind the same middlewares and before the 404. */
export function createDoors(
  rt: Runtime,
  options: AppOptions,
  more?: (app: Hono<WebEnv>) => void,
): Hono<WebEnv> {
  const app = options.base ?? new Hono<WebEnv>();
  app.onError(onError);
  app.notFound(onNotFound);
  app.use(async (c, next) => {
    c.set('rt', rt);
    c.set('clock', options.clock);
    return next();
  });
  app.use(requestId({ limitLength: 0, generator: () => rt.newId() }));
  app.use(countVisitor);
  app.use(observe);
  app.use(securityHeaders(rt.config.publicUrl, rt.config.embedIn));
  if (options.assets) app.use('/assets/*', options.assets);
  app.use(noStore);
  app.route('/', healthRoutes(options));
  const [fields, files] = [limitBody(maxFormBytes), limitBody(maxUploadBytes)];
  app.use((c, next) => (isLarge(c.req.path) ? files : fields)(c, next));
  app.use(address(options));
  if (options.twilio) app.route('/webhooks/twilio', twilioRoutes(options.twilio));
  app.route('/', apiRoutes);
  app.route('/', eventFeedRoutes);
  app.use(language, formBody, organisation);
  app.route('/', pageRoutes);
  app.route('/', referenceRoutes);
  more?.(app);
  return app;
}
