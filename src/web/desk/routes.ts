// The staff's desk: first who is asking, then the pages.
import { Hono } from 'hono';
import type { WebEnv } from '../env.ts';
import { guardForms } from '../middleware/csrf.ts';
import { circleRoutes } from './circles/circle.tsx';
import { clockRoutes } from './frame/clock.ts';
import type { DeskEnv } from './frame/desk-env.ts';
import { requireStaff } from './frame/session.ts';
import { inboxRoutes } from './inbox/inbox.tsx';
import { savedAnswerRoutes } from './inbox/saved-answers.tsx';
import { enrolRoutes } from './journeys/enrol.tsx';
import { importRoutes } from './imports/imports.tsx';
import { conversationRoutes } from './inbox/conversation.tsx';
import { enrolManyRoutes } from './journeys/enrol-many.tsx';
import { flowRoutes } from './journeys/flows.tsx';
import { journeyRoutes } from './journeys/journey.tsx';
import { steerRoutes } from './journeys/steer.tsx';
import { keyRoutes } from './keys/keys.tsx';
import { newKeyRoutes } from './keys/new-key.tsx';
import { liveRoutes } from './live/live.tsx';
import { operationsRoutes } from './operations/operations.tsx';
import { offerRoutes } from './offers/offer.tsx';
import { changeRelativeRoutes } from './relatives/change-relative.tsx';
import { offerFormRoutes } from './offers/offer-form.tsx';
import { offersRoutes } from './offers/offers.tsx';
import { referralRoutes } from './referrals/referral.tsx';
import { referralsRoutes } from './referrals/referrals.tsx';
import { sourceRoutes } from './referrals/sources.tsx';
import { circleChangeRoutes } from './circles/circle-changes.tsx';
import { circleListRoutes } from './circles/circle-list.tsx';
import { letterRoutes } from './waiting/letters.tsx';
import { closeNumberRoutes } from './relatives/close-number.tsx';
import { newRelativeRoutes } from './relatives/new-relative.tsx';
import { moveCircleRoutes } from './relatives/move-circle.tsx';
import { relativeRoutes } from './relatives/relative.tsx';
import { relativesListRoutes } from './relatives/relatives-list.tsx';
import { hoursRoutes } from './settings/hours.tsx';
import { shieldRoutes } from './relatives/shield.tsx';
import { logRoutes } from './settings/log.tsx';
import { organisationRoutes } from './settings/organisation.tsx';
import { settingsRoutes } from './settings/settings.tsx';
import { textsRoutes } from './settings/texts.tsx';
import { loginRoutes, logoutRoutes } from './staff/login.tsx';
import { timelineRoutes } from './timeline/timeline.tsx';
import { alertRoutes } from './waiting/alerts.tsx';
import { overviewRoutes } from './waiting/overview.tsx';
import { taskRoutes } from './waiting/tasks.tsx';

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
  changeRelativeRoutes,
  shieldRoutes,
  importRoutes,
  moveCircleRoutes,
  enrolRoutes,
  enrolManyRoutes,
  journeyRoutes,
  steerRoutes,
  timelineRoutes,
  circleRoutes,
  liveRoutes,
  savedAnswerRoutes,
  inboxRoutes,
  conversationRoutes,
  letterRoutes,
  taskRoutes,
  alertRoutes,
  offerFormRoutes,
  offersRoutes,
  offerRoutes,
  referralsRoutes,
  referralRoutes,
  sourceRoutes,
  circleListRoutes,
  circleChangeRoutes,
  flowRoutes,
  operationsRoutes,
  keyRoutes,
  newKeyRoutes,
  settingsRoutes,
  organisationRoutes,
  hoursRoutes,
  textsRoutes,
  logRoutes,
])
  staffOnly.route('/', routes);

/** Everything under `/desk`. The login alone is open to those who are not in yet. */
export const deskRoutes = new Hono<WebEnv>();

deskRoutes.route('/', loginRoutes);
deskRoutes.route('/', staffOnly);
