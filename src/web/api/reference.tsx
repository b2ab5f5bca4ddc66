// The reference at /api/docs: the document as a page, without scripts.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { WebEnv } from '../env.ts';
import { Page } from '../layout/page.tsx';
import { sendPage } from '../layout/send-page.ts';
import { languageChoices } from '../pages/relative-page.tsx';
import { errorWords, faultWords } from '../words/errors.ts';
import { inLanguage, type Language, type Words } from '../words/language.ts';
import { type Document, findDocument } from './document.ts';
import { problemWords } from './frame/problem-words.ts';
import { type Described, OperationPart, type Placed } from './reference-operation.tsx';
import { referenceWords } from './reference-words.ts';

type Props = { document: Document; language: Language };

const operationsIn = (document: Document): Placed[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Described>).map(([method, one]) => ({ method, path, one })),
  );

const CALL = (publicUrl: string): string =>
  [
    `curl ${publicUrl}/api/v1/relatives/search \\`,
    '  -H "Authorization: Bearer $LIMEN_KEY" \\',
    '  -H "Idempotency-Key: $(uuidgen)" \\',
    '  -H "Content-Type: application/json" \\',
    '  -d \'{"text": "20 00 00 01"}\'',
  ].join('\n');

const Rules: FC<{ language: Language; publicUrl: string }> = ({ language, publicUrl }) => {
  const t = inLanguage(referenceWords, language);
  return (
    <section aria-labelledby="regler">
      <h2 id="regler">{t.rules}</h2>
      <ul>
        {[t.ruleKey, t.ruleOnce, t.rulePage, t.ruleLimit, t.ruleLook, t.ruleProblem].map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
      <h3>{t.example}</h3>
      <pre class="api-code">
        <code>{CALL(publicUrl)}</code>
      </pre>
    </section>
  );
};

const Contents: FC<Props> = ({ document, language }) => (
  <nav aria-labelledby="indhold-overskrift">
    <h2 id="indhold-overskrift">{referenceWords.content[language]}</h2>
    {(document.tags ?? []).map((tag) => (
      <>
        <h3>{tag.description}</h3>
        <ul class="api-contents">
          {operationsIn(document)
            .filter(({ one }) => one.tags.includes(tag.name))
            .map(({ method, path, one }) => (
              <li>
                <a href={`#${one.operationId}`}>{one.summary}</a>{' '}
                <span class="api-type">
                  {method.toUpperCase()} {path}
                </span>
              </li>
            ))}
        </ul>
      </>
    ))}
  </nav>
);

const ALL_PROBLEMS: readonly [string, { status: number; text: Words }][] = [
  ...Object.entries(problemWords),
  ...Object.entries(errorWords),
  ...Object.entries(faultWords),
];

/** Where the `type` of a problem leads. */
const Problems: FC<{ language: Language }> = ({ language }) => (
  <section aria-labelledby="fejlkoder">
    <h2 id="fejlkoder">{referenceWords.problems[language]}</h2>
    <ul class="api-fields">
      {ALL_PROBLEMS.map(([code, { status, text }]) => (
        <li id={code}>
          <code>{code}</code> <span class="api-type">{status}</span> {text[language].replace('{detail}', '…')}
        </li>
      ))}
    </ul>
  </section>
);

/** The reference of the API, open to everybody. */
export const referenceRoutes = new Hono<WebEnv>();

referenceRoutes.get('/api/docs', (c) => {
  const { language, organisation } = c.var;
  const { publicUrl } = c.var.rt.config;
  const document = findDocument(publicUrl, language);
  const t = inLanguage(referenceWords, language);
  return sendPage(
    c,
    <Page
      {...{ title: t.title, language, organisation }}
      kind="staff"
      reference
      languages={languageChoices(language)}
    >
      <h1>{t.title}</h1>
      <p class="font-lead">{document.info.description}</p>
      <p>
        <a href="/api/v1/openapi.json">{t.machine}</a>
      </p>
      <Rules {...{ language, publicUrl }} />
      <Contents {...{ document, language }} />
      {(document.tags ?? []).map((tag) => (
        <section aria-labelledby={`tag-${tag.name}`}>
          <h2 id={`tag-${tag.name}`}>{tag.description}</h2>
          {operationsIn(document)
            .filter(({ one }) => one.tags.includes(tag.name))
            .map((placed) => (
              <OperationPart {...{ ...placed, document, language }} />
            ))}
        </section>
      ))}
      <Problems language={language} />
    </Page>,
  );
});
