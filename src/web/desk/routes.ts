// The staff's desk: first who is asking, then the pages.
import { Hono } from 'hono';
import type { WebEnv } from '../env.ts';
import { guardForms } from '../middleware/csrf.ts';
import { alertRoutes } from './alerts.tsx';
import { circleRoutes } from './circle.tsx';
import { clockRoutes } from './clock.ts';
import { closeNumberRoutes } from './close-number.tsx';
import type { DeskEnv } from './desk-env.ts';
import { enrolRoutes } from './enrol.tsx';
import { flowRoutes } from './flows.tsx';
import { inboxRoutes } from './inbox.tsx';
import { journeyRoutes } from './journey.tsx';
import { loginRoutes, logoutRoutes } from './login.tsx';
import { newRelativeRoutes } from './new-relative.tsx';
import { operationsRoutes } from './operations.tsx';
import { overviewRoutes } from './overview.tsx';
import { relativeRoutes } from './relative.tsx';
import { relativesListRoutes } from './relatives-list.tsx';
import { requireStaff } from './session.ts';
import { taskRoutes } from './tasks.tsx';

const staffOnly = new Hono<DeskEnv>();

staffOnly.use(requireStaff, guardForms('staff'));
for (const routes of [
  logoutRoutes,
  clockRoutes,
  overviewRoutes,
  relativesListRoutes,
  newRelativeRoutes,
  relativeRoutes,
  closeNumberRoutes,
  enrolRoutes,
  journeyRoutes,
  circleRoutes,
  inboxRoutes,
  taskRoutes,
  alertRoutes,
  flowRoutes,
  operationsRoutes,
])
  staffOnly.route('/', routes);

/** Everything under `/desk`. The login alone is open to those who are not in yet. */
export const deskRoutes = new Hono<WebEnv>();

deskRoutes.route('/', loginRoutes);
deskRoutes.route('/', staffOnly);
