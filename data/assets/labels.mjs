export const labels = () => ({countries: [], cities: []});
