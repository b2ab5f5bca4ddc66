// The document of the API, made of the same shapes that check what is asked and what is answered.
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Language } from '../words/language.ts';
import { appointmentAnswerOperations } from './appointment-answers.ts';
import { appointmentOperations } from './appointments.ts';
import { attendanceOperations } from './attendances.ts';
import { broadcastCourseOperations, quietOperations } from './broadcast-course.ts';
import { broadcastOperations } from './broadcasts.ts';
import { settingsOperations } from './choices.ts';
import { circleOperations } from './circles.ts';
import { contactOperations } from './contacts.ts';
import { counsellingOperations } from './counselling.ts';
import { documentWords, tagWords } from './document-words.ts';
import { enrolmentOperations } from './enrolments.ts';
import { evaluationOperations } from './evaluations.ts';
import { eventCourseOperations } from './event-course.ts';
import { eventSeriesOperations } from './event-series.ts';
import { eventOperations } from './events.ts';
import { figureOperations } from './figures.ts';
import type { ApiEnv } from './frame/api-env.ts';
import type { Operation } from './frame/operation.ts';
import { groupOperations } from './groups.ts';
import { importOperations } from './imports.ts';
import { inboxOperations } from './inbox.ts';
import { joiningOperations } from './joining.ts';
import { journeyOperations } from './journeys.ts';
import { logOperations } from './log.ts';
import { messageOperations } from './messages.ts';
import { offerOperations } from './offers.ts';
import { overviewOperations } from './overview.ts';
import { peopleListOperations } from './people-lists.ts';
import { recordOperations } from './record.ts';
import { referralOperations } from './referrals.ts';
import { relativeOperations } from './relatives.ts';
import { answerOperations } from './saved-answers.ts';
import { senderOperations } from './senders.ts';
import { sendingOperations } from './sendings.ts';
import { sessionOperations } from './sessions.ts';
import { administrationOperations } from './settings.ts';
import { signpostOperations } from './signposts.ts';
import { sourceOperations } from './sources.ts';
import { staffOperations } from './staff.ts';
import { takeOverOperations } from './take-over.ts';
import { timelineOperations } from './timeline.ts';
import { unitTreeOperations } from './unit-tree.ts';
import { unitOperations } from './units.ts';
import { waitingOperations } from './waiting.ts';
import { wordingOperations } from './wordings.ts';

/** Every operation of the API, in the order of the reference. */
export const operations: readonly Operation[] = [
  ...relativeOperations,
  ...recordOperations,
  ...timelineOperations,
  ...joiningOperations,
  ...quietOperations,
  ...takeOverOperations,
  ...importOperations,
  ...circleOperations,
  ...journeyOperations,
  ...enrolmentOperations,
  ...messageOperations,
  ...sendingOperations,
  ...inboxOperations,
  ...answerOperations,
  ...overviewOperations,
  ...waitingOperations,
  ...appointmentOperations,
  ...appointmentAnswerOperations,
  ...contactOperations,
  ...counsellingOperations,
  ...figureOperations,
  ...groupOperations,
  ...broadcastOperations,
  ...broadcastCourseOperations,
  ...eventOperations,
  ...eventCourseOperations,
  ...eventSeriesOperations,
  ...attendanceOperations,
  ...evaluationOperations,
  ...offerOperations,
  ...signpostOperations,
  ...referralOperations,
  ...sourceOperations,
  ...settingsOperations,
  ...unitOperations,
  ...unitTreeOperations,
  ...staffOperations,
  ...sessionOperations,
  ...administrationOperations,
  ...peopleListOperations,
  ...senderOperations,
  ...wordingOperations,
  ...logOperations,
];

/** Mounts every operation. */
export function mountOperations(api: OpenAPIHono<ApiEnv>): void {
  for (const one of operations) one.mount(api);
}

export type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** A memo and no state: the document follows from the operations. */
const made = new Map<Language, Document>();

/** The OpenAPI 3.1 document; what is said in it to people is in one language. */
export function findDocument(publicUrl: string, language: Language): Document {
  const known = made.get(language) ?? makeDocument(language);
  made.set(language, known);
  return { ...known, servers: [{ url: publicUrl }] };
}

function makeDocument(language: Language): Document {
  const api = new OpenAPIHono<ApiEnv>();
  mountOperations(api);
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'limen_<id>_<secret>',
    description: documentWords.key[language],
  });
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: documentWords.title[language],
      version: '1',
      description: documentWords.lead[language],
      license: { name: 'EUPL-1.2' },
    },
    tags: Object.entries(tagWords)
      .filter(([name]) => operations.some(({ tag }) => tag === name))
      .map(([name, words]) => ({ name, description: words[language] })),
  });
  const words = new Map(operations.map((one) => [one.id, one.words]));
  for (const path of Object.values(document.paths ?? {}))
    for (const one of [path.get, path.post]) {
      const said = one?.operationId ? words.get(one.operationId) : undefined;
      if (one && said) one.summary = said[language];
    }
  return document;
}
