/** The rendered texts of the task on screen: the conversation's first, then one of each response. */
export function listTexts(place: Element): readonly Element[] {
  return [...place.querySelectorAll('[data-shown] [data-as]')];
}

/** The rendered text of each response of the task on screen; null for one that is empty. */
export function listResponseTexts(place: Element): readonly (Element | null)[] {
  return [...place.querySelectorAll('[data-shown] article')].map((article) =>
    article.querySelector('[data-as]'),
  );
}
