-- Sends a sign-out of the identity provider (OpenID Connect Back-Channel Logout 1.0) to every node of the face, because the
-- session is on one of them, and HAProxy cannot know on which. Answers 200 when every node that is up took it; otherwise
-- 503, so that the provider tries again or says so.

local function nodes_of(backend)
    local nodes = {}
    for _, server in pairs(core.backends[backend].servers) do
        local up = server:get_stats()["status"]
        if up ~= nil and not up:find("^DOWN") and not up:find("^MAINT") then
            nodes[#nodes + 1] = server:get_addr()
        end
    end
    return nodes
end

core.register_service("sign_out", "http", function(applet)
    local face = applet.path:find("/digid$") and "resident-nodes" or "workspace-nodes"
    local body = applet:receive()
    local headers = {
        ["host"] = { applet.headers["host"][0] },
        ["content-type"] = { "application/x-www-form-urlencoded" },
        ["x-forwarded-proto"] = { "https" },
        ["x-forwarded-for"] = { applet.sf:src() },
    }
    local told = 0
    local nodes = nodes_of(face)
    for _, address in ipairs(nodes) do
        local answer = core.httpclient():post{
            url = "http://" .. address .. applet.path, headers = headers, body = body, timeout = 3000 }
        if answer ~= nil and answer.status ~= nil and answer.status >= 200 and answer.status < 300 then
            told = told + 1
        end
    end
    applet:set_status(told > 0 and told == #nodes and 200 or 503)
    applet:add_header("cache-control", "no-store")
    applet:add_header("content-length", "0")
    applet:start_response()
end)
