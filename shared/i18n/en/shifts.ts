export const shifts = {
  title: 'Watches',
}
