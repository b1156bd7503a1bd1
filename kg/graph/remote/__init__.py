"""Graphs on a SPARQL 1.1 server, named by its address instead of a folder.

address      what a person may write for a server, and the addresses it stands for
credentials  who asks: from the environment alone
client       requests that are retried, bounded and explained
server       one server: found, asked, read and written
upload       a build, written one named graph at a time and gone on with where it stopped
ask          a question to a server
"""
