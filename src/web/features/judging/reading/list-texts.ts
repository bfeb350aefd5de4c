/** The rendered texts of the task on screen: the conversation's first, then one of each response. */
export function listTexts(place: Element): readonly Element[] {
  return [...place.querySelectorAll('[data-shown] [data-as]')];
}

/** The responses of the task on screen. */
export function listResponses(place: Element): readonly Element[] {
  return [...place.querySelectorAll('[data-shown] article')];
}

/** The rendered text of each response of the task on screen; null for one that is empty. */
export function listResponseTexts(place: Element): readonly (Element | null)[] {
  return listResponses(place).map((response) => response.querySelector('[data-as]'));
}
