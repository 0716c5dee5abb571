/** How many reviews with something to read the vendor page itself shows; the rest are on a page of their own. */
export const REVIEWS_ON_VENDOR_PAGE = 10;
