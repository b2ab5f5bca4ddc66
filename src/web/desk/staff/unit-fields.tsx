import type { FC } from 'hono/jsx';
import type { UnitForm, UnitLine } from '../../../services/staff/tend-units.ts';
import { Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import type { Problems } from '../frame/problems.tsx';
import { unitsWords } from './units-words.ts';

/** A unit as it was sent. */
export const readUnit = (c: DeskContext): UnitForm => ({
  name: c.var.form.get('name') ?? '',
  area: c.var.form.get('area') ?? '',
  parentId: c.var.form.get('parentId') ?? '',
});

/** A unit to choose, set in as deep as it stands. */
export const unitOption = ({ id, name, depth }: UnitLine): readonly [string, string] => [
  id,
  `${'– '.repeat(depth)}${name}`,
];

/** Name, area and parent of a unit. */
export const UnitFields: FC<{
  c: DeskContext;
  form: UnitForm;
  parents: readonly UnitLine[];
  problems: Problems;
  parentHint?: string;
}> = ({ c, form, parents, problems, parentHint }) => {
  const { language } = c.var;
  const t = inLanguage(unitsWords, language);
  const at = (name: keyof UnitForm) => ({
    name,
    language,
    value: form[name],
    ...only({ error: problems[name] }),
  });
  const options = [['', t.top] as const, ...parents.map(unitOption)];
  return (
    <>
      <Field {...at('name')} label={t.name} hint={t.nameHint} maxlength={80} autocomplete="off" />
      <Field {...at('area')} label={t.area} hint={t.areaHint} maxlength={80} autocomplete="off" />
      <Select {...at('parentId')} label={t.parentId} options={options} {...only({ hint: parentHint })} />
    </>
  );
};
