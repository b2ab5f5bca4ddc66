import type { FC } from 'hono/jsx';
import type { ImportChoices } from '../../../services/imports/check-rows.ts';
import { IMPORT_FIELDS, type ImportField } from '../../../services/imports/columns.ts';
import type { Table } from '../../../services/imports/table.ts';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { Check, Select } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { choiceOptions } from '../../words/people-choices.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { ProblemList, type Problems } from '../frame/problems.tsx';
import { fieldNames, importWords } from './import-words.ts';

type Props = { c: DeskContext; table: Table; choices: ImportChoices; problems: Problems };

const NEEDED = ['name', 'tiltale', 'number'] as const;
const CONSENTS = ['consentHow', 'consentOn'] as const;
const REST = IMPORT_FIELDS.filter((field) => ![...NEEDED, ...CONSENTS].some((other) => other === field));

/** The columns as choices, each with the first thing that stands in it. */
function columnOptions({ c, table }: Props): (readonly [string, string])[] {
  const t = inLanguage(importWords, c.var.language);
  const width = Math.max(table.headings.length, ...table.rows.map(({ cells }) => cells.length));
  const named = Array.from({ length: width }, (_, column) => {
    const heading = table.headings[column] || fill(t.column, { n: column + 1 });
    const example = table.rows.find(({ cells }) => cells[column])?.cells[column]?.slice(0, 30);
    return [String(column), example ? fill(t.example, { heading, example }) : heading] as const;
  });
  return [['', t.none] as const, ...named];
}

const Columns: FC<Props & { legend: string; fields: readonly ImportField[]; hint?: string }> = (props) => {
  const { c, choices, problems, legend, fields, hint } = props;
  const { language } = c.var;
  const options = columnOptions(props);
  return (
    <fieldset>
      <legend class="h3">{legend}</legend>
      {hint ? <p class="form-hint">{hint}</p> : null}
      {fields.map((field) => (
        <Select
          name={`k-${field}`}
          label={fieldNames[field][language]}
          language={language}
          options={options}
          value={String(choices.mapping[field] ?? '')}
          {...only({ error: problems[`k-${field}`] })}
        />
      ))}
    </fieldset>
  );
};

const Defaults: FC<Props & { units: readonly { id: string; name: string }[] }> = (props) => {
  const { c, choices, problems, units } = props;
  const { language } = c.var;
  const t = inLanguage(importWords, language);
  return (
    <fieldset>
      <legend class="h3">{t.defaults}</legend>
      <Select
        name="unit"
        label={t.unit}
        language={language}
        value={choices.unit}
        options={[['', t.noUnit] as const, ...units.map(({ id, name }) => [id, name] as const)]}
        {...only({ error: problems.unit })}
      />
      <Select
        name="area"
        label={t.area}
        language={language}
        value={choices.area}
        options={choiceOptions(c, 'areas')}
      />
    </fieldset>
  );
};

/** Asks what each column is. */
export async function sendColumns(
  c: DeskContext,
  id: string,
  table: Table,
  choices: ImportChoices,
  problems: Problems = {},
): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(importWords, language);
  const props = { c, table, choices, problems };
  const units = await listOwnUnits(rt, staff);
  const labels: Record<string, string> = { unit: t.unit };
  for (const field of IMPORT_FIELDS) labels[`k-${field}`] = fieldNames[field][language];
  return sendDesk(
    c,
    { title: t.columnsTitle, section: 'relatives', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{t.columnsTitle}</h1>
      <p>{fill(t.columnsLead, { rows: table.rows.length })}</p>
      <ProblemList problems={problems} labels={labels} language={language} />
      <DeskForm c={c} action={`/desk/paaroerende/import/${id}/vis`}>
        <Columns {...props} legend={t.needed} fields={NEEDED} />
        <Columns {...props} legend={t.more} fields={REST} />
        <Defaults {...props} units={units} />
        <Columns {...props} legend={t.consents} fields={CONSENTS} hint={t.consentsHint} />
        <Check name="consents" label={t.confirmConsents} checked={choices.consents} />
        <button type="submit" class="button button-primary">
          {t.see}
        </button>
      </DeskForm>
      <DeskForm c={c} action={`/desk/paaroerende/import/${id}/slet`} class="desk-do">
        <button type="submit" class="button button-tertiary">
          {t.drop}
        </button>
      </DeskForm>
    </div>,
  );
}
