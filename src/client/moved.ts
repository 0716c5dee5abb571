/** Leads from a former address to the present one, with the query and the part behind `#`, which a redirect of the page would drop. */
const link = document.querySelector<HTMLAnchorElement>('.onward a');
if (link) location.replace(link.pathname + location.search + location.hash);
