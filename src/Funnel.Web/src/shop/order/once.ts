/**
 * Heeds the first of a double click only. The second would fall on whatever stands there by then: the next step's button,
 * which the shopper has not yet seen.
 */
export const once =
  (press: () => void = () => {}) =>
  (event: MouseEvent) => {
    if (event.detail > 1) {
      event.preventDefault();
    } else {
      press();
    }
  };
