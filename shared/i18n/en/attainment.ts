export const attainment = {
  title: 'SLA attainment',
}
