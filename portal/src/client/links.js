// Links within the house are followed without loading a page: the server draws the next one here, and then the address
// changes. Everything else is left to the browser.

const address = url => url.pathname + url.search;

const linkOf = event => {
  if (event.defaultPrevented || event.button !== 0
      || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) {
    return undefined;
  }
  const link = event.composedPath().find(element => element.nodeName === 'A' && element.href);
  const elsewhere = link === undefined
    || link.target !== '' && link.target !== '_self'
    || link.hasAttribute('download')
    || link.hasAttribute('router-ignore')
    || link.origin !== location.origin
    || link.hash !== '' && address(link) === address(location);
  return elsewhere ? undefined : new URL(link.href);
};

export const follow = async (flow, outlet) => {
  const [{ action }] = flow.serverSideRoutes;
  let shown = address(location);

  const go = async (url, changeAddress) => {
    if (window.Vaadin.connectionState.offline) { return; }
    const at = { pathname: url.pathname, search: url.search };
    const page = await action(at);
    if (page.parentNode !== outlet) { outlet.append(page); }
    const arrived = () => {
      changeAddress?.();
      shown = address(location);
      dispatchEvent(new CustomEvent('vaadin-navigated', { detail: at }));
    };
    await page.onBeforeEnter(at, {
      prevent: () => undefined,
      redirect: path => go(new URL(path, document.baseURI), () => history.replaceState(null, '', path)),
      continue: arrived,
    });
  };

  // Until the page is live its links are the browser's.
  await go(location);

  const goTo = url => go(url, () => {
    if (url.href !== location.href) { history.pushState(null, '', url); }
  });

  addEventListener('click', event => {
    const url = linkOf(event);
    if (url) {
      event.preventDefault();
      goTo(url);
    }
  });
  addEventListener('vaadin-router-go', event => {
    event.preventDefault();
    goTo(event.detail);
  });
  addEventListener('popstate', () => {
    if (address(location) !== shown) { go(location); }
  });
};
