/** The first day that a zip can name, by the clock of whoever makes it: when a file was made says nothing about what is in it. */
export const NO_DAY = "1980-01-01T00:00";
