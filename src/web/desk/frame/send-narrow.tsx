import type { Child } from 'hono/jsx';
import { BackLink } from '../../pages/parts.tsx';
import type { DeskContext } from './desk-env.ts';
import { type Section, sendDesk } from './frame.tsx';
import { ProblemList, type Problems } from './problems.tsx';

/** What a narrow page is called and where it leads back to; `labels` name the fields its problems are about. */
export type NarrowPage = { title: string; problems?: Problems; labels?: Record<string, string> };

/** A page of one form or one text: the way back, the title, everything that is wrong, and what it is about. */
export function sendNarrow(
  c: DeskContext,
  page: NarrowPage & { section: Section | 'own'; back: { href: string; text: string } },
  children: Child,
): Promise<Response> {
  const { title, section, back, problems = {}, labels = {} } = page;
  return sendDesk(
    c,
    { title, section, failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <BackLink href={back.href}>{back.text}</BackLink>
      <h1>{title}</h1>
      <ProblemList problems={problems} labels={labels} language={c.var.language} />
      {children}
    </div>,
  );
}
