/** How many px of the page one px of this node is: more than 1 on a stage that is drawn larger than it is laid out. */
export const scaleOf = (node: Element): number => node.getBoundingClientRect().width / node.clientWidth || 1;
