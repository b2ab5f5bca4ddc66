import type { FC } from 'hono/jsx';

/** An icon of the design system by its name, e.g. `<Icon name="lock" />`: decoration, the words beside it say what it means. */
export const Icon: FC<{ name: string; class?: string }> = (props) => (
  <svg class={props.class ? `icon-svg ${props.class}` : 'icon-svg'} focusable="false" aria-hidden="true">
    <use href={`/assets/dkfds/img/all-svg-icons.svg#${props.name}`}></use>
  </svg>
);
