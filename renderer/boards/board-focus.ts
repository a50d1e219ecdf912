export const FILTER_INPUT_ID = 'board-filter'
export const GRID_ID = 'board-grid'

export function focusGrid(): void {
  document.getElementById(GRID_ID)?.focus()
}

export function focusFilter(): void {
  document.getElementById(FILTER_INPUT_ID)?.focus()
}
