// One operation of the reference, read from the document.
import type { FC } from 'hono/jsx';
import { inLanguage, type Language } from '../words/language.ts';
import type { Document } from './document.ts';
import { choicesOf, exampleOf, type FieldLine, listFields, typeText } from './read-schema.ts';
import { referenceWords } from './reference-words.ts';

type Media = Readonly<Record<string, { schema?: unknown }>>;

/** What the reference reads of an operation of the document. */
export type Described = {
  operationId: string;
  tags: readonly string[];
  summary: string;
  security: readonly { key: readonly string[] }[];
  'x-right': string;
  parameters?: readonly {
    in: string;
    name: string;
    required?: boolean;
    description?: string;
    schema?: Readonly<Record<string, unknown>>;
  }[];
  requestBody?: { content: Media };
  responses: Readonly<Record<string, { content?: Media }>>;
};

export type Placed = { method: string; path: string; one: Described };

/** A sentence in which names stand between backticks. */
const Said: FC<{ text: string }> = ({ text }) => (
  <>{text.split('`').map((part, n) => (n % 2 === 1 ? <code>{part}</code> : part))}</>
);

const Fields: FC<{ lines: readonly FieldLine[]; language: Language }> = ({ lines, language }) => {
  const t = inLanguage(referenceWords, language);
  return (
    <ul class="api-fields">
      {lines.map(({ path, type, required, choices, description }) => (
        <li>
          <code>{path}</code> <span class="api-type">{type}</span>
          {required ? <span class="api-required"> {t.required}</span> : null}
          {choices.length > 0 ? <span> {t.oneOf.replace('{choices}', choices.join(', '))}</span> : null}
          {description ? (
            <span lang="en">
              {' '}
              <Said text={description} />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
};

type PartProps = { heading: string; schema: unknown; document: Document; language: Language; asked?: true };

const Part: FC<PartProps> = ({ heading, schema, document, language, asked }) => {
  const lines = listFields(document, schema).map((line) => ({
    ...line,
    required: asked === true && line.required,
  }));
  const example = exampleOf(document, schema);
  return (
    <>
      <h4>{heading}</h4>
      <Fields lines={lines} language={language} />
      {example === undefined ? null : (
        <>
          <p class="api-shown">{referenceWords.shown[language]}</p>
          <pre class="api-code">
            <code>{JSON.stringify(example, null, 2)}</code>
          </pre>
        </>
      )}
    </>
  );
};

const schemaOf = (media: Media | undefined): unknown => Object.values(media ?? {})[0]?.schema;

const parameterLines = (document: Document, { parameters = [] }: Described): FieldLine[] =>
  parameters
    .filter((parameter) => parameter.in !== 'header')
    .map(({ name, required, description, schema }) => ({
      path: name,
      type: typeText(document, schema ?? {}),
      required: required === true,
      choices: choicesOf(schema ?? {}),
      description: description ?? '',
    }));

/** What an operation does, for whom, with what, and what it answers. */
export const OperationPart: FC<Placed & { document: Document; language: Language }> = (props) => {
  const { method, path, one, document, language } = props;
  const t = inLanguage(referenceWords, language);
  const inAddress = parameterLines(document, one);
  const [ok, problems] = [
    Object.entries(one.responses).find(([status]) => status.startsWith('2')),
    Object.keys(one.responses).filter((status) => !status.startsWith('2')),
  ];
  return (
    <section class="api-operation" aria-labelledby={one.operationId}>
      <h3 id={one.operationId}>{one.summary}</h3>
      <p class="api-address">
        <strong>{method.toUpperCase()}</strong> <code>{path}</code>
      </p>
      <p>
        {t.scope}: <code>{one.security[0]?.key[0]}</code>. {t.right}: <code>{one['x-right']}</code>.
      </p>
      {inAddress.length > 0 ? (
        <>
          <h4>{t.parameters}</h4>
          <Fields lines={inAddress} language={language} />
        </>
      ) : null}
      {one.requestBody ? (
        <Part heading={t.body} schema={schemaOf(one.requestBody.content)} {...{ document, language }} asked />
      ) : null}
      {ok ? (
        <Part
          heading={`${t.answer} (${ok[0]})`}
          schema={schemaOf(ok[1].content)}
          {...{ document, language }}
        />
      ) : null}
      <p class="api-statuses">{problems.join(', ')}</p>
    </section>
  );
};
