/** Longer is no click but a drag, e.g. of a selection. Hands that are slow to let go take half of it. */
const LONGEST_CLICK_MS = 1000;

/**
 * Lets messages wait, in their order, while a button of the pointer is down: what is drawn anew
 * under it would take no click.
 */
export function betweenPresses<Message>(take: (message: Message) => void): (message: Message) => void {
  const waiting: Message[] = [];
  let isDown = false;
  let timer = 0;
  const goOn = () => {
    if (!isDown) for (const each of waiting.splice(0)) take(each);
  };
  const release = () => {
    clearTimeout(timer);
    isDown = false;
    // The click itself comes first.
    setTimeout(goOn);
  };
  const press = ({ target }: Event) => {
    // What is dragged shows at once what it does.
    if (target instanceof Element && target.matches('input[type="range"]')) return;
    clearTimeout(timer);
    isDown = true;
    timer = setTimeout(release, LONGEST_CLICK_MS);
  };
  addEventListener('pointerdown', press, true);
  for (const type of ['pointerup', 'pointercancel', 'blur']) addEventListener(type, release, true);
  return (message) => {
    if (isDown || waiting.length > 0) waiting.push(message);
    else take(message);
  };
}
