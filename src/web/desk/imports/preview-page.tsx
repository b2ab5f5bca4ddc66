import type { FC } from 'hono/jsx';
import type { CheckedImport } from '../../../services/imports/check-import.ts';
import type { ImportChoices } from '../../../services/imports/check-rows.ts';
import type { Table } from '../../../services/imports/table.ts';
import { Alert } from '../../layout/alert.tsx';
import { Check } from '../../layout/choose.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { ProblemList, type Problems } from '../frame/problems.tsx';
import { choiceFields } from './choices-form.ts';
import { fieldNames, importWords } from './import-words.ts';
import { problemSentence } from './row-sentences.ts';

type Props = { c: DeskContext; id: string; table: Table; choices: ImportChoices; checked: CheckedImport };

/** How many rows with errors, or that look like somebody, one page shows. */
const MOST_SHOWN = 100;

const Carried: FC<{ choices: ImportChoices }> = ({ choices }) => (
  <>
    {choiceFields(choices).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

const Counts: FC<Props> = ({ c, choices, checked: { good, bad, alike } }) => {
  const t = inLanguage(importWords, c.var.language);
  const consents = good.filter(({ consent }) => consent).length;
  return (
    <ul>
      <li>
        <strong>{fill(t.good, { n: good.length })}</strong>
      </li>
      {bad.length > 0 ? <li>{fill(t.bad, { n: bad.length })}</li> : null}
      {alike.size > 0 ? <li>{fill(t.alike, { n: alike.size })}</li> : null}
      {choices.consents ? <li>{fill(t.withConsent, { n: consents })}</li> : null}
    </ul>
  );
};

const Errors: FC<Props> = ({ c, id, table, choices, checked: { bad } }) => {
  const { language } = c.var;
  const t = inLanguage(importWords, language);
  if (bad.length === 0) return null;
  return (
    <section aria-labelledby="fejl" class="desk-section">
      <h2 id="fejl">{t.errors}</h2>
      <p>{t.errorsHint}</p>
      <div class="table--responsive-scroll">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              <th scope="col">{t.cell}</th>
              <th scope="col">{t.wrong}</th>
            </tr>
          </thead>
          <tbody>
            {bad.slice(0, MOST_SHOWN).flatMap(({ row, problems }) =>
              problems.map((problem) => (
                <tr>
                  <td>{row}</td>
                  <td>
                    {table.headings[choices.mapping[problem.field] ?? -1] ||
                      fieldNames[problem.field][language]}
                  </td>
                  <td>{problemSentence(problem, language)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {bad.length > MOST_SHOWN ? <p>{fill(t.others, { n: bad.length - MOST_SHOWN })}</p> : null}
      <DeskForm c={c} action={`/desk/paaroerende/import/${id}/fejl`}>
        <Carried choices={choices} />
        <button type="submit" class="button button-secondary">
          {t.fetch}
        </button>
      </DeskForm>
    </section>
  );
};

const AlikeRows: FC<Props> = ({ c, checked: { good, alike } }) => {
  const t = inLanguage(importWords, c.var.language);
  if (alike.size === 0) return null;
  return (
    <section aria-labelledby="ligner" class="desk-section">
      <h2 id="ligner">{t.alikeTitle}</h2>
      <p>{t.alikeHint}</p>
      <ul>
        {good
          .filter(({ row }) => alike.has(row))
          .slice(0, MOST_SHOWN)
          .map(({ row, form }) => (
            <li>
              {fill(t.looksLike, { row, name: form.name })}{' '}
              {(alike.get(row) ?? []).map((other) => (
                <>
                  <a href={`/desk/paaroerende/${other.id}?fra=new`} target="_blank" rel="noopener">
                    {other.name} {t.newWindow}
                  </a>{' '}
                </>
              ))}
            </li>
          ))}
      </ul>
    </section>
  );
};

const Confirm: FC<Props & { problems: Problems }> = ({ c, id, choices, checked, problems }) => {
  const t = inLanguage(importWords, c.var.language);
  const { good, bad, alike } = checked;
  if (good.length === 0) return <p class="font-lead">{t.nobody}</p>;
  return (
    <DeskForm c={c} action={`/desk/paaroerende/import/${id}`}>
      <Carried choices={choices} />
      <input type="hidden" name="good" value={String(good.length)} />
      <input type="hidden" name="alike" value={String(alike.size)} />
      {bad.length > 0 ? (
        <Check
          name="leaveBad"
          label={fill(t.leaveBad, { n: bad.length })}
          checked={false}
          {...(problems.leaveBad ? { error: problems.leaveBad } : {})}
        />
      ) : null}
      {alike.size > 0 ? (
        <Check name="leaveAlike" label={fill(t.leaveAlike, { n: alike.size })} checked={true} />
      ) : null}
      <button type="submit" class="button button-primary">
        {t.run}
      </button>
    </DeskForm>
  );
};

/** Shows what an import would do, before anything is done. */
export function sendPreview(props: Props & { problems?: Problems; changed?: boolean }): Promise<Response> {
  const { c, id, problems = {}, changed } = props;
  const { language } = c.var;
  const t = inLanguage(importWords, language);
  const failed = changed || Object.keys(problems).length > 0;
  return sendDesk(
    c,
    { title: t.previewTitle, section: 'relatives', failed },
    <>
      <h1>{t.previewTitle}</h1>
      {changed ? (
        <Alert variant="warning" language={language}>
          {t.changed}
        </Alert>
      ) : null}
      <ProblemList problems={problems} labels={{}} language={language} />
      <Counts {...props} />
      <Errors {...props} />
      <AlikeRows {...props} />
      <Confirm {...props} problems={problems} />
      <p>
        <a href={`/desk/paaroerende/import/${id}`}>{t.again}</a>
      </p>
    </>,
  );
}
