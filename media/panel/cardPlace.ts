/** Which of the shown symbols a card is for. */
export interface CardPlace {
  view: number;
  index: number;
  count: number;
}
