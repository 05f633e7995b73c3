/**
 * Builds elements. Text always becomes a text node, so nothing that came from a code or a file can
 * become markup.
 */

export type Child = Node | string | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined>;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An HTML element; an attribute that is true is set empty, one that is false or undefined is left
 * out.
 */
export const h = <T extends keyof HTMLElementTagNameMap>(tag: T, attributes: Attributes = {}, ...children: Child[]) =>
  fill(document.createElement(tag), attributes, children);

/** A custom element or any other tag by name. */
export const element = (tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement =>
  fill(document.createElement(tag), attributes, children);

/**
 * A text field or area of vscode-elements, whose name for a screen reader is a property: as
 * attribute it is passed over.
 */
export const named = (
  tag: 'vscode-textfield' | 'vscode-textarea',
  label: string,
  attributes: Attributes,
): HTMLElement => Object.assign(element(tag, attributes), { label });

export const svg = <T extends keyof SVGElementTagNameMap>(tag: T, attributes: Attributes = {}, ...children: Child[]) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

/** Adds a listener and gives the element back. */
export function on<E extends Element>(target: E, type: string, listener: (event: Event) => void): E {
  target.addEventListener(type, listener);
  return target;
}

function fill<E extends Element>(target: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) target.setAttribute(name, value === true ? '' : String(value));
  }
  target.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return target;
}
