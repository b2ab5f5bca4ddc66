import type { FC } from 'hono/jsx';
import { CsrfField } from '../../layout/form.tsx';
import { commonWords } from './common-words.ts';
import type { DeskContext } from './desk-env.ts';

/** The search for relatives in the frame of every page; what is typed never stands in an address. */
export const FrameSearch: FC<{ c: DeskContext }> = ({ c }) => {
  const { language, csrf } = c.var;
  const label = commonWords.findRelative[language];
  return (
    <search class="desk-find d-print-none" aria-label={label}>
      <form method="post" action="/desk/paaroerende/soeg">
        <CsrfField token={csrf} />
        <label for="desk-soeg">
          {label} <kbd class="desk-key" hidden>{`Ctrl+K`}</kbd>
        </label>
        <input
          type="search"
          id="desk-soeg"
          name="soeg"
          class="form-input"
          maxlength={80}
          autocomplete="off"
          required
        />
        <button type="submit" class="button button-secondary">
          {commonWords.search[language]}
        </button>
      </form>
    </search>
  );
};
