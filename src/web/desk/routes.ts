// The staff's desk: first who is asking, then the pages.
import { Hono } from 'hono';
import type { WebEnv } from '../env.ts';
import { guardForms } from '../middleware/csrf.ts';
import { appointmentRoutes } from './appointments/appointment.tsx';
import { appointmentsRoutes } from './appointments/appointments.tsx';
import { changeAppointmentRoutes } from './appointments/change-appointment.tsx';
import { newAppointmentRoutes } from './appointments/new-appointment.tsx';
import { broadcastRoutes } from './broadcasts/broadcast.tsx';
import { broadcastFormRoutes } from './broadcasts/broadcast-form.tsx';
import { broadcastsRoutes } from './broadcasts/broadcasts.tsx';
import { broadcastOutcomeRoutes } from './broadcasts/outcome.tsx';
import { circleRoutes } from './circles/circle.tsx';
import { circleChangeRoutes } from './circles/circle-changes.tsx';
import { circleListRoutes } from './circles/circle-list.tsx';
import { contactRoutes } from './contacts/contact.tsx';
import { newContactRoutes } from './contacts/new-contact.tsx';
import { counsellingRoutes } from './counselling/counselling.tsx';
import { oneCounsellingRoutes } from './counselling/one-counselling.tsx';
import { attendanceRoutes } from './events/attendances.tsx';
import { cancelEventRoutes } from './events/cancel-event.tsx';
import { changeEventRoutes } from './events/change-event.tsx';
import { eventRoutes } from './events/event.tsx';
import { eventFormRoutes } from './events/event-form.tsx';
import { eventsRoutes } from './events/events.tsx';
import { inviteRoutes } from './events/invite.tsx';
import { moreTimesRoutes } from './events/more-times.tsx';
import { placeRoutes } from './events/place.tsx';
import { presenceRoutes } from './events/presence.tsx';
import { signUpRoutes } from './events/sign-up.tsx';
import { fillFormRoutes } from './forms/fill-form.tsx';
import { clockRoutes } from './frame/clock.ts';
import type { DeskEnv } from './frame/desk-env.ts';
import { requireStaff } from './frame/session.ts';
import { groupRoutes } from './groups/group.tsx';
import { groupFormRoutes } from './groups/group-form.tsx';
import { groupsRoutes } from './groups/groups.tsx';
import { quietRoutes } from './groups/groups-of.tsx';
import { importRoutes } from './imports/imports.tsx';
import { conversationRoutes } from './inbox/conversation.tsx';
import { inboxRoutes } from './inbox/inbox.tsx';
import { savedAnswerRoutes } from './inbox/saved-answers.tsx';
import { enrolRoutes } from './journeys/enrol.tsx';
import { enrolManyRoutes } from './journeys/enrol-many.tsx';
import { flowRoutes } from './journeys/flows.tsx';
import { journeyRoutes } from './journeys/journey.tsx';
import { steerRoutes } from './journeys/steer.tsx';
import { keyRoutes } from './keys/keys.tsx';
import { newKeyRoutes } from './keys/new-key.tsx';
import { liveRoutes } from './live/live.tsx';
import { offerRoutes } from './offers/offer.tsx';
import { offerFormRoutes } from './offers/offer-form.tsx';
import { offersRoutes } from './offers/offers.tsx';
import { operationsRoutes } from './operations/operations.tsx';
import { referralRoutes } from './referrals/referral.tsx';
import { referralsRoutes } from './referrals/referrals.tsx';
import { sourceRoutes } from './referrals/sources.tsx';
import { changeRelativeRoutes } from './relatives/change-relative.tsx';
import { closeNumberRoutes } from './relatives/close-number.tsx';
import { mergeRoutes } from './relatives/merge.tsx';
import { moveCircleRoutes } from './relatives/move-circle.tsx';
import { newRelativeRoutes } from './relatives/new-relative.tsx';
import { noteConsentRoutes } from './relatives/note-consent.tsx';
import { relativeRoutes } from './relatives/relative.tsx';
import { relativesListRoutes } from './relatives/relatives-list.tsx';
import { shieldRoutes } from './relatives/shield.tsx';
import { sendDayRoutes } from './sendings/send-day.tsx';
import { sendingsRoutes } from './sendings/sendings.tsx';
import { choiceListRoutes } from './settings/choice-lists.tsx';
import { dayLimitRoutes } from './settings/day-limit.tsx';
import { groupMessagesRoutes } from './settings/group-messages.tsx';
import { hoursRoutes } from './settings/hours.tsx';
import { logRoutes } from './settings/log.tsx';
import { organisationRoutes } from './settings/organisation.tsx';
import { peopleListRoutes } from './settings/people-lists.tsx';
import { sendersRoutes } from './settings/senders.tsx';
import { settingsRoutes } from './settings/settings.tsx';
import { stopSenderRoutes } from './settings/stop-sender.tsx';
import { textsRoutes } from './settings/texts.tsx';
import { identityRoutes } from './staff/identity.tsx';
import { invitationRoutes } from './staff/invitation.tsx';
import { loginRoutes, logoutRoutes } from './staff/login.tsx';
import { ownLoginRoutes } from './staff/own-login.tsx';
import { ownLoginChangeRoutes } from './staff/own-login-changes.tsx';
import { sessionRoutes } from './staff/sessions.tsx';
import { takeOverRoutes } from './staff/take-over.tsx';
import { unitRoutes } from './staff/unit.tsx';
import { unitsRoutes } from './staff/units.tsx';
import { userRoutes } from './staff/user.tsx';
import { usersRoutes } from './staff/users.tsx';
import { timelineRoutes } from './timeline/timeline.tsx';
import { alertRoutes } from './waiting/alerts.tsx';
import { letterRoutes } from './waiting/letters.tsx';
import { overviewRoutes } from './waiting/overview.tsx';
import { taskRoutes } from './waiting/tasks.tsx';

const staffOnly = new Hono<DeskEnv>();

staffOnly.use(requireStaff, guardForms('staff'));
for (const routes of [
  logoutRoutes,
  sessionRoutes,
  ownLoginRoutes,
  ownLoginChangeRoutes,
  usersRoutes,
  userRoutes,
  unitsRoutes,
  unitRoutes,
  clockRoutes,
  overviewRoutes,
  relativesListRoutes,
  newRelativeRoutes,
  importRoutes,
  relativeRoutes,
  changeRelativeRoutes,
  shieldRoutes,
  moveCircleRoutes,
  mergeRoutes,
  closeNumberRoutes,
  enrolRoutes,
  enrolManyRoutes,
  journeyRoutes,
  steerRoutes,
  timelineRoutes,
  takeOverRoutes,
  circleListRoutes,
  circleChangeRoutes,
  circleRoutes,
  liveRoutes,
  savedAnswerRoutes,
  inboxRoutes,
  conversationRoutes,
  letterRoutes,
  taskRoutes,
  fillFormRoutes,
  alertRoutes,
  newAppointmentRoutes,
  appointmentsRoutes,
  changeAppointmentRoutes,
  appointmentRoutes,
  newContactRoutes,
  contactRoutes,
  counsellingRoutes,
  oneCounsellingRoutes,
  groupFormRoutes,
  groupsRoutes,
  groupRoutes,
  quietRoutes,
  noteConsentRoutes,
  eventFormRoutes,
  changeEventRoutes,
  cancelEventRoutes,
  moreTimesRoutes,
  eventsRoutes,
  eventRoutes,
  attendanceRoutes,
  placeRoutes,
  signUpRoutes,
  inviteRoutes,
  presenceRoutes,
  broadcastFormRoutes,
  broadcastsRoutes,
  broadcastRoutes,
  broadcastOutcomeRoutes,
  offerFormRoutes,
  offersRoutes,
  offerRoutes,
  referralsRoutes,
  referralRoutes,
  sourceRoutes,
  sendingsRoutes,
  sendDayRoutes,
  flowRoutes,
  operationsRoutes,
  keyRoutes,
  newKeyRoutes,
  settingsRoutes,
  organisationRoutes,
  choiceListRoutes,
  peopleListRoutes,
  hoursRoutes,
  dayLimitRoutes,
  groupMessagesRoutes,
  sendersRoutes,
  stopSenderRoutes,
  textsRoutes,
  logRoutes,
])
  staffOnly.route('/', routes);

/** Everything under `/desk`. The ways in alone are open to those who are not in yet. */
export const deskRoutes = new Hono<WebEnv>();

deskRoutes.route('/', loginRoutes);
deskRoutes.route('/', identityRoutes);
deskRoutes.route('/', invitationRoutes);
deskRoutes.route('/', staffOnly);
