// Whom to enrol: everyone who fits a search, a circle, or those that are ticked.

import type { FC } from 'hono/jsx';
import type { AppError } from '../../../services/app-error.ts';
import { showCircle } from '../../../services/circles/show-circle.ts';
import { MOST_AT_ONCE, MOST_WITHOUT_COORDINATION } from '../../../services/journeys/choose-many.ts';
import { listManyOrders } from '../../../services/journeys/order-many.ts';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { listRelatives, type RelativeLine } from '../../../services/relatives/list-relatives.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Alert } from '../../layout/alert.tsx';
import { Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { choiceText, everyOption } from '../../words/people-choices.ts';
import { showInstant } from '../../words/when.ts';
import { commonWords } from '../frame/common-words.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm, More } from '../frame/parts.tsx';
import { sentenceOf } from '../frame/problems.tsx';
import { manyWords } from './many-words.ts';

const AT = '/desk/tilmeld-flere';

const written = (n: number, language: Language): string =>
  n.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB');

const Search: FC<{ c: DeskContext; units: { id: string; name: string }[] }> = ({ c, units }) => {
  const { language, form } = c.var;
  const t = inLanguage(manyWords, language);
  const value = (name: string): string => form?.get(name) ?? '';
  const any = ['', t.any] as const;
  return (
    <Section id="soegning" heading={t.searchHeading}>
      <DeskForm c={c} action={AT}>
        <input type="hidden" name="alle" value="1" />
        <Field name="navn" label={t.name} value={value('navn')} language={language} maxlength={80} optional />
        <Select
          name="enhed"
          label={t.unit}
          language={language}
          value={value('enhed')}
          options={[any, ...units.map(({ id, name }) => [id, name] as const)]}
        />
        <Select
          name="omraade"
          label={t.area}
          language={language}
          value={value('omraade')}
          options={[any, ...everyOption(c, 'areas')]}
        />
        <Select
          name="relation"
          label={t.relation}
          language={language}
          value={value('relation')}
          options={[any, ...everyOption(c, 'relations')]}
        />
        <button type="submit" class="button button-secondary">
          {t.chooseFound}
        </button>
      </DeskForm>
    </Section>
  );
};

const Tick: FC<{ c: DeskContext; line: RelativeLine }> = ({ c, line }) => {
  return (
    <li class="desk-item">
      <div class="form-group-checkbox">
        <input type="checkbox" id={`r-${line.id}`} name="valgt" value={line.id} class="form-checkbox" />
        <label for={`r-${line.id}`}>
          {line.name}
          <span class="form-hint">
            {' '}
            {choiceText(c, 'relations', line.relation)}, {choiceText(c, 'areas', line.area)},{' '}
            {line.circleCode}
            {line.unitName ? `, ${line.unitName}` : ''}
          </span>
        </label>
      </div>
    </li>
  );
};

const Orders: FC<{ c: DeskContext; orders: Awaited<ReturnType<typeof listManyOrders>> }> = ({
  c,
  orders,
}) => {
  const { language, rt } = c.var;
  return (
    <Section id="bestilt" heading={manyWords.earlier[language]} empty={orders.length === 0}>
      <ul>
        {orders.map(({ id, title, createdAt, status }) => (
          <li>
            <a href={`${AT}/${id}`}>
              {title}, {showInstant(createdAt, rt.now(), language)}
            </a>{' '}
            ({wordOf(manyWords, status, language)})
          </li>
        ))}
      </ul>
    </Section>
  );
};

function problemOf(c: DeskContext, { code, detail = '' }: AppError): string {
  const t = inLanguage(manyWords, c.var.language);
  if (code === 'forbidden') return fill(t.tooMany, { few: MOST_WITHOUT_COORDINATION });
  if (code === 'too-many') return fill(t.aboveMost, { most: written(MOST_AT_ONCE, c.var.language) });
  return code === 'field-missing' ? t.nobody : sentenceOf(code, detail, c.var.language);
}

/** The page on which one chooses; what was typed stays when it was refused. */
export async function sendChooser(c: DeskContext, error?: AppError): Promise<Response> {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'care');
  const t = inLanguage(manyWords, language);
  const circleId = c.req.query('kreds');
  const circle = circleId ? await showCircle(rt, staff, circleId) : undefined;
  const cursor = readCursor(c.req.query('efter'));
  const after = cursor && { createdAt: cursor.at, id: cursor.id };
  const { lines, next } = await listRelatives(rt, staff, only({ after, circleId }));
  const units = await listOwnUnits(rt, staff);
  const query = next && `?efter=${writeCursor({ at: next.createdAt, id: next.id })}`;
  return sendDesk(
    c,
    { title: t.title, section: 'relatives', failed: error !== undefined },
    <>
      <BackLink href="/desk/paaroerende">{commonWords.relatives[language]}</BackLink>
      <h1>{t.title}</h1>
      <p class="font-lead">{t.lead}</p>
      <p class="form-hint">
        {fill(t.limit, { few: MOST_WITHOUT_COORDINATION, most: written(MOST_AT_ONCE, language) })}
      </p>
      {error ? (
        <Alert variant="error" language={language}>
          {problemOf(c, error)}
        </Alert>
      ) : null}
      {circle ? null : <Search c={c} units={units} />}
      <Section id="liste" heading={circle ? fill(t.listOfCircle, { code: circle.code }) : t.listHeading}>
        {circle ? (
          <DeskForm c={c} action={AT} class="desk-do">
            <button type="submit" name="kreds" value={circle.id} class="button button-primary">
              {t.chooseCircle}
            </button>
          </DeskForm>
        ) : null}
        {lines.length === 0 ? (
          <p>{t.empty}</p>
        ) : (
          <DeskForm c={c} action={AT}>
            <ul class="desk-list no-max-width">
              {lines.map((line) => (
                <Tick c={c} line={line} />
              ))}
            </ul>
            <button type="submit" class="button button-primary">
              {t.chooseTicked}
            </button>
          </DeskForm>
        )}
        <More
          href={query && `${AT}${query}${circleId ? `&kreds=${encodeURIComponent(circleId)}` : ''}`}
          language={language}
        />
      </Section>
      <Orders c={c} orders={await listManyOrders(rt, staff)} />
    </>,
  );
}
