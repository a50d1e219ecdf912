export const workshop = {
  title: 'Policy workshop',
}
