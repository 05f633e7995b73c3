/** Puts off what a card costs until it comes near the window. */

const DISTANCE = '400px';

/** Calls back once, when the element comes near. */
export function whenNear(element: Element, come: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      come();
    },
    { rootMargin: DISTANCE },
  );
  observer.observe(element);
}
