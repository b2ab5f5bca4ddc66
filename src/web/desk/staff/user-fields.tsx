// What is filled in of a member of staff.
import type { FC } from 'hono/jsx';
import type { Place } from '../../../services/staff/invite-member.ts';
import { ROLES } from '../../../services/staff/staff.ts';
import type { UnitLine } from '../../../services/staff/tend-units.ts';
import { Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { inLanguage } from '../../words/language.ts';
import { roleWords } from '../frame/common-words.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import type { Problems } from '../frame/problems.tsx';
import { usersWords } from './users-words.ts';

export type PlaceForm = Place & { name: string };

/** Name, role and units as they were sent. */
export function readMember(c: DeskContext): PlaceForm {
  const { form } = c.var;
  return {
    name: form.get('name') ?? '',
    role: form.get('role') ?? '',
    allUnits: form.get('allUnits') === 'yes',
    units: form.getAll('units'),
  };
}

export const EmailField: FC<{ c: DeskContext; value: string; problems: Problems }> = (props) => {
  const { language } = props.c.var;
  const t = inLanguage(usersWords, language);
  return (
    <Field
      name="email"
      type="email"
      label={t.email}
      hint={t.emailHint}
      value={props.value}
      autocomplete="off"
      {...{ language }}
      {...only({ error: props.problems.email })}
    />
  );
};

const Tick: FC<{ id: string; name: string; value: string; checked: boolean; label: string }> = (tick) => (
  <div class="form-group-checkbox">
    <input
      type="checkbox"
      id={tick.id}
      name={tick.name}
      value={tick.value}
      class="form-checkbox"
      checked={tick.checked}
    />
    <label for={tick.id}>{tick.label}</label>
  </div>
);

/** The units of the tree to tick; those under a ticked one are included. */
const Units: FC<{ c: DeskContext; form: PlaceForm; units: readonly UnitLine[]; error?: string }> = (
  props,
) => {
  const { form, units, error } = props;
  const t = inLanguage(usersWords, props.c.var.language);
  return (
    <fieldset id="units" class={error ? 'form-group form-error' : 'form-group'}>
      <legend class="form-label">{t.units}</legend>
      <span class="form-hint">{t.unitsHint}</span>
      {error ? <span class="form-error-message">{error}</span> : null}
      <Tick id="allUnits" name="allUnits" value="yes" checked={form.allUnits} label={t.allUnits} />
      {units
        .filter(({ closedAt, id }) => closedAt === null || form.units.includes(id))
        .map(({ id, name, depth }) => (
          <div class={`desk-depth-${Math.min(depth, 4)}`}>
            <Tick id={`unit-${id}`} name="units" value={id} checked={form.units.includes(id)} label={name} />
          </div>
        ))}
    </fieldset>
  );
};

/** Name, role and units. */
export const PlaceFields: FC<{
  c: DeskContext;
  form: PlaceForm;
  units: readonly UnitLine[];
  problems: Problems;
}> = ({ c, form, units, problems }) => {
  const { language } = c.var;
  const t = inLanguage(usersWords, language);
  const options = ROLES.map((role) => [role, roleWords[role][language]] as const);
  return (
    <>
      <Field
        name="name"
        label={t.name}
        value={form.name}
        maxlength={80}
        autocomplete="off"
        {...{ language }}
        {...only({ error: problems.name })}
      />
      <Select
        name="role"
        label={t.role}
        hint={t.roleHint}
        options={options}
        value={form.role}
        {...{ language }}
        {...only({ error: problems.role })}
      />
      <Units {...{ c, form, units }} {...only({ error: problems.units })} />
    </>
  );
};
