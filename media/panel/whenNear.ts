/** Puts off what a card costs until it comes near the window. */

const DISTANCE = '400px';

/** What newer browsers know: the edge of a tab that scrolls in itself is widened by it as well. */
interface Options extends IntersectionObserverInit {
  scrollMargin: string;
}

/** Calls back once, when the element comes near; the returned function waits no longer. */
export function whenNear(element: Element, come: () => void): () => void {
  const options: Options = { rootMargin: DISTANCE, scrollMargin: DISTANCE };
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    come();
  }, options);
  observer.observe(element);
  return () => observer.disconnect();
}
